import { type FindingText, words } from './finding-text';
import { STOPPING } from './legal-bases';

const MESSAGE = words(
  '这张作业票、这台焊机或这名焊工在 {orderedAt} 被当场叫停，停工令仍然有效。',
  'Work on this permit, with this machine or by this welder was stopped on the spot at {orderedAt}. The order is in force.',
);

/** What the authority has ordered about the work itself. */
export const JOB_FINDINGS = {
  'job.stop-in-force': {
    message: MESSAGE,
    remedy: words(
      '请按要求整改，再联系当地监管部门；监管人员在平台上解除停工令后才能开工。',
      'Put things right and turn to the local regulator. Work starts again once the regulator lifts the order on the platform.',
    ),
    legalBasis: STOPPING,
    variants: {
      provisional: {
        message: MESSAGE,
        remedy: words(
          '请按要求整改，再联系当地监管部门；监管人员在平台上解除停工令后就能开工。{dueAt} 前没有确认的，停工令自动失效。',
          'Put things right and turn to the local regulator, who may lift the order on the platform. Unless confirmed by {dueAt}, the order lapses.',
        ),
      },
    },
  },
  'job.waived': {
    message: words(
      '值班台已准许本次作业，有效到 {until}，到时断电。',
      'The duty desk let this work pass until {until}; power goes off then.',
    ),
    remedy: words(
      '请在这之前办好上面提示的事项；办不完的，再向值班台求助。',
      'Put the points above right before then, or ask the duty desk again.',
    ),
    legalBasis: null,
  },
} as const satisfies Readonly<Record<string, FindingText>>;
