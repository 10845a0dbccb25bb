import type { Step as Outcome } from '../../../kernel/life-cycle';
import { conflict, forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import type { PermitState } from '../permit';
import { openCommands, type PermitStep } from '../permit-life-cycle';
import type { Reason } from '../reason';
import type { PermitSnapshot } from '../snapshot';
import type { EvidenceGiven } from './step';

type Stopped = Exclude<Outcome<PermitState, Reason>, { outcome: 'moved' }>;

/** What is still to be done before a step: the code of a refusal that its content could change. */
export const NOT_READY = 'permit.not-ready';

/** The wrong person is told so first; then whether it is their turn; then what is still to be done. */
export function refusalOf(stopped: Stopped, snapshot: PermitSnapshot, asked: PermitStep): Refusal {
  const commands = openCommands(snapshot);
  const reasons = stopped.outcome === 'refused' ? stopped.reasons : [];
  const stranger = reasons.find(({ about }) => about === 'person');
  if (stranger) return forbidden(stranger.code, { params: stranger.params, extra: { commands } });
  if (stopped.outcome === 'not-open' || reasons.some(({ about }) => about === 'turn'))
    return notOpen(commands, snapshot.state, reasons);
  return conflict(NOT_READY, {
    errors: reasons.map(({ code, params }) => ({ path: asked, code, params })),
    extra: { reasons: reasons.map(({ code, params }) => ({ code, ...params })), commands },
  });
}

const notOpen = (commands: readonly PermitStep[], state: PermitState, reasons: readonly Reason[]): Refusal =>
  conflict('permit.command-not-open', {
    extra: { commands, state, ...(reasons[0] && { reason: reasons[0].code }) },
    errors: reasons.map(({ code, params }) => ({ path: 'command', code, params })),
  });

/** A photo or drawn signature must have been uploaded before, by the same person. */
export function fileUnknown({
  photo,
  signature,
}: {
  readonly photo?: EvidenceGiven;
  readonly signature?: EvidenceGiven;
}): Refusal | null {
  if (photo === 'unknown') return wrongField('photoId', 'permit.file-unknown');
  return signature === 'unknown' ? wrongField('signatureFileId', 'permit.file-unknown') : null;
}
