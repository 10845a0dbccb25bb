import type { PermitStep } from '../../domain/permits/permit-life-cycle';
import { permitLifeCycle } from '../../domain/permits/permit-life-cycle';
import type { PermitState } from '../../domain/permits/permit';
import type { Reason } from '../../domain/permits/reason';
import type { PermitSnapshot } from '../../domain/permits/snapshot';
import type { Step } from '../../kernel/life-cycle';
import { conflict, forbidden, invalid, type Refusal } from '../../kernel/refusal';

type Stopped = Exclude<Step<PermitState, Reason>, { outcome: 'moved' }>;

/** The wrong person is told so first; then whether it is their turn; then what is still to be done. */
export function refusalOf(step: Stopped, snapshot: PermitSnapshot, asked: PermitStep): Refusal {
  const commands = permitLifeCycle.open({ ...snapshot, input: {} });
  const reasons = step.outcome === 'refused' ? step.reasons : [];
  const stranger = reasons.find(({ about }) => about === 'person');
  if (stranger) return forbidden(stranger.code, { params: stranger.params, extra: { commands } });
  if (step.outcome === 'not-open' || reasons.some(({ about }) => about === 'turn'))
    return notOpen(commands, snapshot.state, reasons);
  return conflict('permit.not-ready', {
    errors: reasons.map(({ code, params }) => ({ path: asked, code, params })),
    extra: { reasons: reasons.map(({ code, params }) => ({ code, ...params })), commands },
  });
}

const notOpen = (commands: readonly PermitStep[], state: PermitState, reasons: readonly Reason[]): Refusal =>
  conflict('permit.command-not-open', {
    extra: { commands, state, ...(reasons[0] && { reason: reasons[0].code }) },
    errors: reasons.map(({ code, params }) => ({ path: 'command', code, params })),
  });

/** One field of the request is to blame; its code serves both the problem and the field. */
export const wrongField = (path: string, code: string, params?: Refusal['params']): Refusal =>
  invalid(code, { params, errors: [{ path, code, params }] });
