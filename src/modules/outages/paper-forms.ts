import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { REGIMES } from '../../domain/permits/permit';
import { PERMIT_WORDS } from '../../domain/permits/words';
import { FORM_LAYOUT, renderPdf } from '../../platform/documents/pdf';
import { qrPath } from '../../platform/documents/qr-picture';

interface Printing {
  /** Empty: a town's. */
  readonly holder: string;
  /** Rule `paper.entry-hours`. */
  readonly hours: number;
  readonly addressOf: (number: string) => string;
}

/** One A4 page a form, to be filled in by hand where the platform cannot be reached. */
export const paperForms = (numbers: readonly string[], printing: Printing): Promise<Buffer> =>
  renderPdf({
    ...FRAME,
    content: numbers.map((number, i) => page(number, printing, i > 0)),
  });

const FRAME: Omit<TDocumentDefinitions, 'content'> = {
  pageSize: 'A4',
  pageMargins: [40, 34, 40, 34],
  info: { title: 'Hanan paper permits' },
  defaultStyle: { fontSize: 10 },
};
const QR_PT = 84;

const page = (number: string, printing: Printing, breaks: boolean): Content => ({
  ...(breaks ? { pageBreak: 'before' as const } : {}),
  stack: [head(number, printing), form(printing), notes(printing)],
});

function head(number: string, { addressOf }: Printing): Content {
  const { path, size } = qrPath(addressOf(number));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: '动火安全作业票（纸质，平台中断时使用）', fontSize: 16, bold: true },
          { text: 'Hot-work permit on paper, for use while the platform is down', fontSize: 9, margin: [0, 2, 0, 6] },
          { text: `编号 No. ${number}`, fontSize: 14, bold: true },
        ],
      },
      { width: QR_PT, svg, fit: [QR_PT, QR_PT] },
    ],
    margin: [0, 0, 0, 8],
  };
}

const label = (text: string): TableCell => ({ text, bold: true });
/** Room for handwriting. */
const blank = (height: number, text = ' '): TableCell => ({ text, margin: [0, 0, 0, height] });
const wide = (name: string, height: number, text?: string): TableCell[] => [
  label(name),
  { ...(blank(height, text) as object), colSpan: 3 } as TableCell,
  {},
  {},
];

const form = ({ holder }: Printing): Content => ({
  layout: FORM_LAYOUT,
  table: {
    widths: [78, '*', 78, '*'],
    body: [
      wide('作业单位', 10, holder || ' '),
      wide('类别', 2, REGIMES.map((regime) => `□ ${PERMIT_WORDS['zh-CN'].regimeShort[regime]}`).join('　')),
      [label('级别'), blank(10), label('作业内容'), blank(10)],
      wide('作业地点', 16),
      [label('开始时间'), blank(12, '　　年　　月　　日　　时　　分'), label('结束时间'), blank(12, '　　年　　月　　日　　时　　分')], // prettier-ignore
      wide('焊工及操作证号', 44),
      wide('设备（标签上的码）', 34),
      wide('气体检测', 26, '取样时间：　　　　　气体及结果：'),
      wide('安全措施', 4, '□ 可燃物已清理　□ 灭火器材到位　□ 气瓶间距符合要求　□ 设备接地良好　□ 孔洞已封堵　□ 个人防护到位　□ 相关人员已交底'), // prettier-ignore
      [label('监护人签字'), blank(22), label('焊工签字'), blank(22)],
      [label('审批人签字'), blank(22), label('签字时间'), blank(22)],
      [label('作业后检查'), blank(22, '□ 无残火'), label('检查人签字'), blank(22)],
    ],
  },
});

const notes = ({ hours }: Printing): Content => ({
  ol: [
    '本票只在平台中断期间有效，编号一次有效，不得转借、复印使用。',
    '无证人员不得作业；气体检测、现场监护和各项安全措施照样执行，一项也不能免。',
    `平台恢复后 ${hours} 小时内，由安全员或焊工扫本票二维码补录并上传照片；逾期或编号不符的不予认可。`,
    '作业前先打值班电话报备；原件保存不少于一年。',
  ],
  fontSize: 9,
  margin: [0, 8, 0, 0],
});
