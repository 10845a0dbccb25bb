import { hasRole } from '../../domain/people/roles';
import { tipLifeCycle, type TipReason, type TipSnapshot, type TipState } from '../../domain/tips/tip-life-cycle';
import type { Step } from '../../kernel/life-cycle';
import { conflict, forbidden, type Refusal } from '../../kernel/refusal';
import type { Caller } from '../../platform/auth/caller';
import type { Tip } from './tip.store';

/** A tip as the guards see it for this person. Who may see the tip at all was asked before. */
export const snapshotFor = (tip: Tip, caller: Caller): TipSnapshot => ({
  state: tip.state,
  byOfficer: hasRole(caller, 'tip-officer', 'admin'),
  byHandler: tip.assignedTo === caller.userId,
  hasCase: tip.violationId !== null,
});

type NotMoved = Exclude<Step<TipState, TipReason>, { outcome: 'moved' }>;

/** Why a step may not be taken, and which may. */
export function objectionTo(tip: Tip, caller: Caller, step: NotMoved): Refusal {
  const extra = { commands: tipLifeCycle.open(snapshotFor(tip, caller)) };
  if (step.outcome === 'not-open') return conflict('tip.command-not-open', { extra });
  const reason = step.reasons[0]!;
  return reason === 'tip.has-case' ? conflict(reason, { extra }) : forbidden(reason, { extra });
}
