import type { Content, TableCell } from 'pdfmake/interfaces';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';
import { across, besideWords, GREY, heading, label, MIDDLE, tick, time, value, type PaperStyle } from './paper-cells';
import type { PermitPaper } from './permit-paper.view';

/** Of a permit that ends within days the year says nothing: `2026-`. */
const YEAR = 5;

/** Room for writing a number in by hand. */
const BLANK = '____';

/** The checklist with its ticks, and who stood for each of them. `last`: a line that the form has below them. */
export function measuresTable({ view, rules }: PermitPaper, style: PaperStyle, last?: string): Content {
  const beside = new Map(rules.measures.map((rule) => [rule.code, besideWords(rule, style)]));
  return {
    layout: FORM_LAYOUT,
    margin: [0, 0, 0, -0.6],
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [26, '*', 30, 104],
      body: [
        heading('measures', style, 4),
        [label('measureNumber', style), label('measures', style), label('measureDone', style), label('measureBy', style)],
        ...view.measures.map(({ code, text, confirmed, confirmedBy, confirmedAt, numberAsked, number }, i) => [
          value(String(i + 1), { alignment: 'center' }),
          bilingual(numberAsked === null ? text : `${text}；${numberAsked}：${number ?? BLANK}`, beside.get(code)),
          tick(confirmed),
          value(confirmed ? `${confirmedBy ?? ''}  ${time(confirmedAt).slice(YEAR)}` : ' ', { alignment: 'center', fontSize: 8 }),
        ]),
        ...(last === undefined ? [] : [[value(String(view.measures.length + 1), { alignment: 'center' }), ...across(bilingual(last), 3)]]),
      ], // prettier-ignore
    },
  };
}

const bilingual = (text: string, beside: readonly string[] = []): TableCell => ({
  stack: [{ text, fontSize: 8.5 }, ...beside.map((words) => ({ text: words, fontSize: 7, color: GREY }))],
  ...MIDDLE,
});
