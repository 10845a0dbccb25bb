import type { Content, TableCell } from 'pdfmake/interfaces';
import { FORM_WORDS } from '../../../domain/permits/words';
import { shanghaiDate, DAY } from '../../../kernel/time';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';
import { excludedFrom, levelCell, machinesOf, placeOf, weldersOf } from './paper-basics';
import { across, label, time, value, type PaperStyle } from './paper-cells';
import type { LabelName } from './paper-labels';
import type { PermitPaper } from './permit-paper.view';

const COLUMNS = 4;
const WIDTHS = [86, '*', 78, '*'];
const NOT_FILLED_IN = '（未填写）';

/** A permit keeps the paper of its day: form A.1 of GB 30871-2022 from the day on which its signatures are asked for. */
export const isStandardForm = ({ view, rules }: PermitPaper): boolean =>
  view.regime === 'chemical' && rules.paper.requiredRecords.length > 0;

const part = (body: TableCell[][]): Content => ({
  layout: FORM_LAYOUT,
  margin: [0, 0, 0, -0.6],
  table: { widths: WIDTHS, dontBreakRows: true, body },
});

const wide = (name: LabelName, text: string | null, style: PaperStyle): TableCell[] => [
  label(name, style),
  ...across(value(text), COLUMNS - 1),
];

/** From the unit that asks to the work leader, in the order of the standard. */
export function standardHead(paper: PermitPaper, style: PaperStyle): Content {
  const { view } = paper;
  return part([
    [label('formUnit', style), value(view.enterpriseName ?? '个人'), label('formSubmittedAt', style), value(time(view.submittedAt))],
    wide('content', view.content, style),
    wide('formPlace', placeOf(paper), style),
    ...(paper.placeKinds.length > 0 ? [wide('placeKinds', paper.placeKinds.join('、'), style)] : []),
    [label('formLevel', style), levelCell(paper, style), label('method', style), value(view.method)],
    wide('welders', weldersOf(paper), style),
    [label('contractor', style), value(view.contractorName ?? view.enterpriseName ?? '个人'), label('workLeader', style), value(view.workLeader.name)],
    wide('machines', machinesOf(paper), style),
    ...(view.urgent ? [wide('urgent', view.urgentReason ?? '是', style)] : []),
    ...(paper.extendsNumber ? [wide('extends', paper.extendsNumber, style)] : []),
  ]); // prettier-ignore
}

/** Between gas tests and measures: other tickets, risks, the time, and what special level has beside. */
export function standardRisks(paper: PermitPaper, style: PaperStyle): Content {
  const { view } = paper;
  const recorded = view.videoDays > 0;
  return part([
    wide('relatedTickets', ticketsOf(paper), style),
    wide('riskAnalysis', view.riskAnalysis ?? NOT_FILLED_IN, style),
    wide('formWindow', `自 ${time(view.plannedStart)} 起至 ${time(view.plannedEnd)} 止${excludedFrom(view)}`, style),
    ...(recorded || view.workPlanNumber !== null
      ? [wide('workPlan', view.workPlanNumber ?? NOT_FILLED_IN, style)]
      : []),
    ...(recorded || view.video !== null ? [wide('video', videoOf(paper), style)] : []),
  ]);
}

/** The last line of the form's checklist: other measures stand with the risks, as the applicant wrote them. */
export const otherMeasures = ({ view }: PermitPaper): string =>
  `其他安全措施：${view.riskAnalysis === null ? NOT_FILLED_IN : '见“风险辨识结果”栏'}  编制人：${view.applicant.name}`;

/** Who briefed whom, and who watches. */
export function briefings(paper: PermitPaper, style: PaperStyle): Content {
  const { view } = paper;
  return part([
    [label('briefedBy', style), value(madeBy(paper, 'briefing')), label('watcher', style), value(view.fireWatch?.name ?? null)],
    wide('briefed', madeBy(paper, 'briefing-received'), style),
  ]); // prettier-ignore
}

function madeBy({ view }: PermitPaper, kind: string): string {
  const made = view.records.filter((one) => one.kind === kind);
  if (made.length === 0) return view.recordsAsked.some((one) => one === kind) ? '（待签）' : '—';
  return made
    .map(({ name, at, comment }) => `${name}  ${time(at)}${comment === null ? '' : `（${comment}）`}`)
    .join('；');
}

const ticketsOf = ({ view: { relatedTickets } }: PermitPaper): string =>
  relatedTickets.length === 0
    ? '无'
    : relatedTickets.map(({ work, number }) => `${FORM_WORDS['zh-CN'].specialWork[work]}：${number}`).join('；');

function videoOf({ view: { video, videoDays, plannedEnd } }: PermitPaper): string {
  if (video === null) return NOT_FILLED_IN;
  const kept = videoDays > 0 ? `，保存至 ${shanghaiDate(Date.parse(plannedEnd) + videoDays * DAY)} 以后` : '';
  return `全过程记录：${video.recorder}；保存：${video.keeper}${kept}`;
}
