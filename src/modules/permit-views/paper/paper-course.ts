import type { Content, TableCell } from 'pdfmake/interfaces';
import { FORM_LAYOUT } from '../../../platform/documents/pdf';
import { across, heading, label, time, value, type PaperStyle } from './paper-cells';
import type { PermitPaper } from './permit-paper.view';

/** From the watcher's coming to the close: printed as far as it has come, else empty to be read on the screen. */
export function courseTable({ view }: PermitPaper, style: PaperStyle): Content {
  const rows: TableCell[][] = [
    heading('course', style, 4),
    [label('watchOn', style), value(time(view.watchOnAt)), label('started', style), value(time(view.startedAt))],
    [label('finished', style), value(time(view.finishedAt)), label('watchUntil', style), value(watchText(view))],
    [label('closed', style), value(time(view.closedAt)), label('closeNote', style), value(view.closeNote)],
    ...(view.state === 'suspended'
      ? [[label('suspended', style), ...across(value(`${time(view.suspendedAt)}  ${view.suspendReason ?? ''}`), 3)]]
      : []),
  ];
  return {
    layout: FORM_LAYOUT,
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: [86, '*', 72, '*'], body: rows },
  };
}

const watchText = ({ watchUntil, watchMinutes }: PermitPaper['view']): string =>
  watchUntil === null ? `作业结束后 ${watchMinutes} 分钟` : `${time(watchUntil)}（${watchMinutes} 分钟）`;
