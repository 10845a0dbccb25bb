import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { shownTime } from '../../../kernel/shown-time';
import type { Instant } from '../../../kernel/time';
import type { ListedFile } from '../pack/manifest';
import type { PackContent } from '../pack/pack-content';
import { arcPages } from './arc-pages';
import { decisionPages } from './decision-pages';
import { heading, pairs, rowsOf } from './paper-parts';
import { basicFacts, courseOf, documentsOf, groundsOf, trailOf } from './case-parts';
import { photoPages } from './photo-pages';

export interface Printing {
  readonly at: Instant;
  readonly platform: string;
  readonly fingerprint: string;
  /** All files of the pack but this one, the list and its signature. */
  readonly files: readonly ListedFile[];
}

/** 案件证据材料: what a pack holds, for people to read. In Chinese, as it is filed. */
export const casePaper = (content: PackContent, printing: Printing): TDocumentDefinitions => ({
  info: { title: `案件证据材料 ${content.found.id}` },
  pageSize: 'A4',
  pageMargins: [48, 48, 48, 48],
  footer: (page, of) => ({
    columns: [
      { text: `案件编号 ${content.found.id}`, fontSize: 7.5, color: '#555555' },
      { text: `第 ${page} 页，共 ${of} 页`, fontSize: 7.5, color: '#555555', alignment: 'right' },
    ],
    margin: [48, 14, 48, 0],
  }),
  content: [
    { text: '案件证据材料', fontSize: 18, bold: true, alignment: 'center', margin: [0, 0, 0, 4] },
    {
      text: `出具时间：${shownTime(printing.at)}（北京时间）`,
      alignment: 'center',
      color: '#444444',
      margin: [0, 0, 0, 8],
    },
    heading('一、案件基本情况'),
    basicFacts(content.found),
    heading('二、认定依据'),
    ...groundsOf(content.found),
    heading('三、燃弧记录'),
    ...arcPages(content.arcs),
    heading('四、放行判定'),
    ...decisionPages(content.decisions),
    heading('五、现场照片'),
    ...photoPages(content),
    heading('六、办理经过'),
    courseOf(content.found),
    heading('七、有关文书'),
    ...documentsOf(content.documents),
    heading('八、审计记录摘录'),
    ...trailOf(content.trail),
    heading('九、完整性与核验'),
    ...integrity(printing),
  ],
});

const integrity = ({ platform, fingerprint, files }: Printing): Content[] => [
  {
    text: '本材料与同一压缩包内的其他文件由平台统一签名。任何一个字节被改动、任何一个文件被增删，或者改用其他密钥重新签名，都能被核验程序发现。核验不需要连接平台：npm run evidence:verify -- 证据包文件 --fingerprint 下列指纹。',
    margin: [0, 0, 0, 4],
  },
  pairs([
    ['出具平台', platform],
    ['签名公钥指纹', fingerprint],
    ['公钥公布地址', `${platform}/.well-known/hanan-evidence-keys.json`],
  ]),
  { text: '压缩包内其他文件的 SHA-256 值', margin: [0, 8, 0, 3] },
  rowsOf(
    ['文件', '字节', 'SHA-256'],
    files.map(({ path, bytes, sha256 }) => [path, String(bytes), { text: sha256, fontSize: 6.5 }]),
    ['*', 'auto', 'auto'],
  ),
];
