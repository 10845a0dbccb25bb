import type { Content, TableCell } from 'pdfmake/interfaces';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';
import { circumstanceName, levelName } from '../../../domain/permits/words';
import { across, label, MIDDLE, time, value, type PaperStyle } from './paper-cells';
import type { PermitPaper } from './permit-paper.view';

const COLUMNS = 4;

/** Who asks, where, what, how, when and by whom. */
export function basics(paper: PermitPaper, style: PaperStyle): Content {
  const { view } = paper;
  const wide = (name: Parameters<typeof label>[0], text: string): TableCell[] => [
    label(name, style),
    ...across(value(text), COLUMNS - 1),
  ];
  return {
    layout: FORM_LAYOUT,
    margin: [0, 0, 0, -0.6],
    table: {
      widths: [72, '*', 72, '*'],
      body: [
        [label('unit', style), value(view.enterpriseName ?? '个人'), label('contractor', style), value(view.contractorName ?? view.enterpriseName ?? '个人')],
        [label('applicant', style), value(view.applicant.name), label('submittedAt', style), value(time(view.submittedAt))],
        [label('level', style), levelCell(paper, style), label('method', style), value(view.method)],
        wide('window', `${time(view.plannedStart)} 至 ${time(view.plannedEnd)}${excludedFrom(view)}`),
        wide('place', placeOf(paper)),
        ...(paper.placeKinds.length > 0 ? [wide('placeKinds', paper.placeKinds.join('、'))] : []),
        wide('content', view.content),
        wide('welders', weldersOf(paper)),
        [label('machines', style), value(machinesOf(paper)), label('watcher', style), value(view.fireWatch?.name ?? (paper.rules.fireWatch === 'occupier-may' ? '现场所有人看护' : null))],
        ...(view.urgent ? [wide('urgent', view.urgentReason ?? '是')] : []),
        ...(paper.extendsNumber ? [wide('extends', paper.extendsNumber)] : []),
      ], // prettier-ignore
    },
  };
}

export function levelCell({ view }: PermitPaper, style: PaperStyle): TableCell {
  const names = (['zh-CN', ...(style.beside ? [style.beside] : [])] as const).map((language) =>
    levelName(view.regime, view.level, language),
  );
  const reasons = view.raisedBecause.map((reason) => circumstanceName(reason, 'zh-CN')).join('、');
  const raised =
    view.level !== view.proposedLevel ? `由${levelName(view.regime, view.proposedLevel, 'zh-CN')}升级` : '';
  const why = [raised, reasons].filter((text) => text !== '').join('：');
  return { stack: [{ text: names.join('  '), bold: true }, ...(why ? [{ text: why, fontSize: 8 }] : [])], ...MIDDLE };
}

/** A permit of 72 h is not good for its nights, and its paper says so. */
export const excludedFrom = ({ excluded }: PermitPaper['view']): string =>
  excluded.length === 0 ? '' : `（${excluded.map((one) => circumstanceName(one, 'zh-CN')).join('、')}不得作业）`;

export const placeOf = ({ view: { place } }: PermitPaper): string =>
  `${place.name}（${place.lat.toFixed(6)}, ${place.lng.toFixed(6)}，半径 ${place.radiusM} 米${place.openAir ? '，露天' : ''}）`;

export const weldersOf = ({ view, certificates }: PermitPaper): string =>
  view.welders.map(({ id, name }) => `${name}（${certificates.get(id)?.join('、') ?? '无已核验证书'}）`).join('；');

export const machinesOf = ({ view }: PermitPaper): string =>
  view.machines.length === 0 ? '本单位登记在用的设备' : view.machines.map(({ model }) => model).join('、');
