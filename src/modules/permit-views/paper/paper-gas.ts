import type { Content, TableCell } from 'pdfmake/interfaces';
import { gasName, FORM_WORDS } from '../../../domain/permits/words';
import type { GasLimits } from '../../../domain/permits/permit-rule-values';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';
import type { PermitGasReadingView, PermitGasTestView } from '../../permits/page/permit-detail.dto';
import { heading, label, MIDDLE, time, value, type PaperStyle } from './paper-cells';
import type { PermitPaper } from './permit-paper.view';

const COLUMNS = 8;
const POINTS: Readonly<Record<string, string>> = FORM_WORDS['zh-CN'].gasPoint;
/** Continuous measuring makes hundreds; the newest are printed, all are behind the QR picture. */
const MOST_TESTS = 8;

/** Null where the regime asks for none and none was made. */
export function gasTable({ view, rules }: PermitPaper, style: PaperStyle): Content | null {
  if (view.gasTest === 'none' && view.gasTests.length === 0) return null;
  const shown = view.gasTests.slice(0, MOST_TESTS);
  const rows = shown.flatMap((test) => testRows(test, rules.gasLimits));
  const columns = ['gasSampledAt', 'gasPoint', 'gasName', 'gasValue', 'gasLimit', 'gasVerdict', 'gasInstrument', 'gasTester'] as const; // prettier-ignore
  return {
    layout: FORM_LAYOUT,
    margin: [0, 0, 0, -0.6],
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [72, 28, '*', 50, 84, 48, 70, 44],
      body: [
        heading('gas', style, COLUMNS),
        columns.map((name) => label(name, style)),
        ...(rows.length > 0 ? rows : [noTest(view.gasTest)]),
        ...(view.gasTests.length > MOST_TESTS ? [olderTests(view.gasTests.length)] : []),
      ],
    },
  };
}

function testRows(test: PermitGasTestView, limits: GasLimits): TableCell[][] {
  const span = test.readings.length;
  const once = (i: number, text: string): TableCell => (i === 0 ? { text, rowSpan: span, ...small } : '');
  return test.readings.map((reading, i) => {
    const { gas, value: measured, unit, point } = reading;
    const failed = test.failed.includes(i);
    return [
      once(i, time(test.sampledAt)),
      value(point === null ? null : (POINTS[point] ?? point), small),
      value(gasName(gas, limits, 'zh-CN'), small),
      value(`${measured} ${unit}`, small),
      value(limitText(reading), small),
      { text: verdictText(reading, failed), bold: true, color: failed ? '#b00020' : '#0a7d3c', ...MIDDLE, ...small },
      once(i, instrumentOf(test)),
      once(i, test.testedBy ?? (test.source === 'feed' ? '在线监测' : '—')),
    ];
  });
}

const small = { fontSize: 8, alignment: 'center' as const };

/** Every limit in the unit of the reading, with the clause it comes from. */
const limitText = ({ limits }: PermitGasReadingView): string =>
  limits
    .map(({ min, max, unit, source }) => `${min === null ? `≤ ${max}` : `${min}–${max}`} ${unit}\n${source}`)
    .join('\n');

/** A reading with only an explosion limit says nothing of poison. */
const verdictText = ({ explosionOnly }: PermitGasReadingView, failed: boolean): string => {
  if (failed) return '不合格';
  return explosionOnly ? '合格\n（仅按爆炸下限判定）' : '合格';
};

const instrumentOf = ({ instrument, calibrationDueOn }: PermitGasTestView): string =>
  instrument === null ? '—' : [instrument, calibrationDueOn].filter((text) => text !== null).join('\n');

const wholeRow = (text: string): TableCell[] => [
  { text, colSpan: COLUMNS, alignment: 'center', fontSize: 8 },
  ...Array.from({ length: COLUMNS - 1 }, () => ''),
];
const noTest = (asked: string): TableCell[] =>
  wholeRow(asked === 'required' ? '尚未取样分析，不得作业' : '本次作业未取样分析');
const olderTests = (count: number): TableCell[] =>
  wholeRow(`共 ${count} 次，以上为最近 ${MOST_TESTS} 次，其余扫码查看`);
