import { invalid, wrongField, type Refusal } from '../../../kernel/refusal';
import type { Permit } from '../permit';
import type { PermitSnapshot } from '../snapshot';
import type { StepInput } from './inputs';
import { proofOf, userOf } from './person';
import type { Added, Change } from './step';

/** Who is named already is not added again. */
export const newlyNamed = (
  permit: Pick<Permit, 'welderIds' | 'machineIds'>,
  { welderIds, machineIds }: Added,
): Added => ({
  welderIds: welderIds.filter((id) => !permit.welderIds.includes(id)),
  machineIds: machineIds.filter((id) => !permit.machineIds.includes(id)),
});

/**
 * The people and machines that cannot be added, or no longer at the confirmation. Machines can only be added if the
 * permit names machines. An empty list already means all machines of the parties.
 */
export function amendmentRefused(snapshot: PermitSnapshot, input: StepInput<'amend'>): Refusal | null {
  if (input.holdsSeat) return wrongField('welderIds', input.holdsSeat);
  if (input.confirm === true) return null;
  const added = newlyNamed(snapshot.permit, input.added);
  if (added.machineIds.length > 0 && snapshot.permit.machineIds.length === 0)
    return wrongField('machineIds', 'permit.any-machine-named');
  if (added.welderIds.length + added.machineIds.length === 0) return wrongField('welderIds', 'permit.nothing-to-add');
  return input.unknown.length === 0 ? null : invalid('request.invalid', { errors: input.unknown });
}

/** `amend`: asked for by one person and confirmed by another. In a small job it counts at once. */
export const amended = (snapshot: PermitSnapshot, input: StepInput<'amend'>): Change =>
  input.confirm ? confirmed(snapshot, input) : asked(snapshot, input);

function asked(snapshot: PermitSnapshot, input: StepInput<'amend'>): Change {
  const added = newlyNamed(snapshot.permit, input.added);
  const askedBy = userOf(snapshot);
  const alone = snapshot.permit.regime === 'small';
  const signature = proofOf(input.signature);
  const record = {
    kind: 'amendment',
    id: input.recordId,
    added,
    askedBy,
    confirmedBy: alone ? askedBy : null,
    signatureFileId: signature?.fileId ?? null,
  } as const;
  return { records: [record], detail: { ...added, askedBy, confirmed: alone, signature: signature ?? undefined } };
}

function confirmed(snapshot: PermitSnapshot, input: StepInput<'amend'>): Change {
  const pending = snapshot.permit.pendingAmendment;
  if (!pending) throw new Error('an amendment that nobody asked for passed the table');
  const { id, askedBy, welderIds, machineIds } = pending;
  const signature = proofOf(input.signature);
  const record = {
    kind: 'amendment-confirmed',
    id,
    added: { welderIds, machineIds },
    askedBy,
    confirmedBy: userOf(snapshot),
    signatureFileId: signature?.fileId ?? null,
  } as const;
  return {
    records: [record],
    detail: { welderIds, machineIds, askedBy, confirmed: true, signature: signature ?? undefined },
  };
}
