import type { Instant } from '../../kernel/time';
import { effectiveState } from '../permits/effective-state';
import type { PermitState, Regime } from '../permits/permit';
import type { Standing, Tone } from './standing';

export interface PermitToJudge {
  /** As stored; the end of the planned time counts whether or not a timer ran. */
  readonly state: PermitState;
  readonly regime: Regime;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly watcherPresent: boolean;
}

export type PermitCode = PermitState | 'issued-early' | 'active-watched';

const TONE: Readonly<Record<PermitState, Tone>> = {
  draft: 'grey',
  returned: 'grey',
  submitted: 'amber',
  approved: 'amber',
  rejected: 'red',
  cancelled: 'red',
  issued: 'green',
  active: 'green',
  suspended: 'red',
  fire_watch: 'amber',
  closed: 'grey',
  expired: 'red',
};

/** Whether hot work may go on here now, as a passer-by reads it from the signboard. */
export function permitStanding(permit: PermitToJudge, at: Instant): Standing<PermitCode> {
  const state = effectiveState(permit, at);
  if (state === 'issued' && at < permit.plannedStart) return { tone: 'amber', code: 'issued-early' };
  if (state === 'active' && permit.watcherPresent) return { tone: 'green', code: 'active-watched' };
  // issued is not begun: but for small jobs, somebody has to start the work first
  if (state === 'issued' && permit.regime !== 'small') return { tone: 'amber', code: 'issued' };
  return { tone: TONE[state], code: state };
}
