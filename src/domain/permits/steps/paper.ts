import type { PaperRecordKind } from '../paper-record-kinds';
import type { PermitSnapshot } from '../snapshot';
import type { StepInput } from './inputs';
import { presence, proofOf, userOf } from './person';
import type { Change } from './step';

/** The signatures that the standard's form asks for beside the approval, with the signer's words. */
export const recorded =
  (what: PaperRecordKind) =>
  (snapshot: PermitSnapshot, { comment, signature }: StepInput<'briefing'>): Change => {
    const proof = proofOf(signature);
    const { round } = snapshot.permit;
    return {
      set: presence(snapshot),
      records: [
        { kind: 'paper', what, round, userId: userOf(snapshot), comment, signatureFileId: proof?.fileId ?? null },
      ],
      detail: { comment: comment ?? undefined, signature: proof ?? undefined },
    };
  };
