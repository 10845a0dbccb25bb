import type { TaskKind } from './task-kinds';
import { LOOK_AHEAD_DAYS } from './urgency';

/** The record that a task is about. `code` is the one that is printed on it, where it has one. */
export interface TaskEntity {
  readonly type:
    | 'violation'
    | 'job'
    | 'permit'
    | 'photo'
    | 'workshop'
    | 'site'
    | 'user'
    | 'welder'
    | 'machine'
    | 'registration'
    | 'enterprise'
    | 'region'
    | 'inspection'
    | 'tip'
    | 'tip-reward'
    | 'contract'
    | 'self-check'
    | 'internal-report';
  readonly id: string;
  readonly code: string | null;
}

/** Where a task is done: at a desk, and on a phone. */
export interface TaskPages {
  readonly path: string;
  readonly phonePath: string;
}

const caseOf = ({ id }: TaskEntity): TaskPages => ({ path: `/console/violations/${id}`, phonePath: `/m/violations/${id}` }); // prettier-ignore
const inspectionOf = ({ id }: TaskEntity): TaskPages => ({
  path: `/console/inspections/${id}`,
  phonePath: `/m/inspections/${id}`,
});
const tipOf = ({ id }: TaskEntity): TaskPages => ({ path: `/console/tips/${id}`, phonePath: `/console/tips/${id}` });
const scanned = (desk: string, code: string | null): TaskPages => ({ path: desk, phonePath: code === null ? desk : `/c/${code}` }); // prettier-ignore
const welderOf = ({ id, code }: TaskEntity): TaskPages => scanned(`/console/welders/${id}`, code);
const machineOf = ({ id, code }: TaskEntity): TaskPages => scanned(`/console/machines/${id}`, code);

const endingIn = ({ id }: TaskEntity): TaskPages => {
  const list = `/console/inventory/welders?regionCode=${id}&dueWithin=${LOOK_AHEAD_DAYS}`;
  return { path: list, phonePath: list };
};
const overdueIn = (regionCode: string): TaskPages => {
  const query = `?state=overdue&regionCode=${regionCode}`;
  return { path: `/console/self-checks${query}`, phonePath: `/m/self-checks${query}` };
};
const reportOf = ({ id }: TaskEntity): TaskPages => ({
  path: `/console/internal-reports/${id}`,
  phonePath: `/m/internal-reports/${id}`,
});
const handovers = (): TaskPages => ({ path: '/console/handovers', phonePath: '/m/handovers' });

const PAGES: Readonly<Record<TaskKind, (entity: TaskEntity) => TaskPages>> = {
  'case-put-right': caseOf,
  'case-assign': caseOf,
  'case-review': caseOf,
  'case-receive': caseOf,
  'stop-decide': ({ id }) => ({ path: '/console/jobs', phonePath: `/m/jobs/${id}` }),
  'appeal-answer': welderOf,
  'erasure-decide': () => ({ path: '/console/erasures', phonePath: '/console/erasures' }),
  'inspection-visit': inspectionOf,
  'inspection-publish': inspectionOf,
  'tip-receive': tipOf,
  'tip-check': ({ id }) => ({ path: `/console/tip-tasks/${id}`, phonePath: `/m/tip-tasks/${id}` }),
  'tip-close': tipOf,
  'tip-reward': () => ({ path: '/console/tip-rewards', phonePath: '/console/tip-rewards' }),
  'permit-sign': ({ id }) => ({ path: `/console/permits/${id}`, phonePath: `/m/permits/${id}` }),
  'photo-check': ({ id }) => ({ path: '/console/photos', phonePath: `/m/photos/${id}` }),
  'workshop-confirm': () => ({ path: '/console/areas', phonePath: '/m/workshops' }),
  'site-confirm': () => ({ path: '/console/sites', phonePath: '/m/sites' }),
  'seat-confirm': () => ({ path: '/console/users', phonePath: '/console/users' }),
  'claim-settle': () => ({ path: '/console/claims', phonePath: '/m/claims' }),
  'handover-answer': handovers,
  'certificate-verify': ({ id }) => ({ path: `/console/welders/${id}`, phonePath: `/m/welders/${id}/certificates` }),
  'facts-confirm': machineOf,
  'registration-settle': () => ({ path: '/console/registrations', phonePath: '/m/registrations' }),
  'self-check-due': ({ id }) => ({ path: `/console/self-checks/${id}`, phonePath: `/m/self-checks/${id}` }),
  'self-checks-overdue': ({ id }) => overdueIn(id),
  'drill-due': () => ({ path: '/console/drills', phonePath: '/m/drills' }),
  'drills-overdue': ({ id }) => ({ path: `/console/drills?regionCode=${id}`, phonePath: `/m/drills?regionCode=${id}` }),
  'internal-report-answer': reportOf,
  'internal-reward-decide': reportOf,
  'internal-report-risen': reportOf,
  'agreement-due': ({ id }) => ({ path: `/console/contracts/${id}`, phonePath: `/console/contracts/${id}` }),
  'contract-missing': () => ({ path: '/console/contracts', phonePath: '/console/contracts' }),
  'certificate-ends': welderOf,
  'certificates-ending': endingIn,
  'training-ends': welderOf,
  'inspection-due': machineOf,
  'handover-overdue': handovers,
  'data-mend': ({ type, id }) => ({ path: `/console/${type}s/${id}`, phonePath: '/m/quality' }),
};

export const pagesOf = (kind: TaskKind, entity: TaskEntity): TaskPages => PAGES[kind](entity);
