import { Injectable } from '@nestjs/common';
import type { SigningAnswer } from '../../../domain/permits/signing';
import type { PermitSnapshot } from '../../../domain/permits/snapshot';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PermitRecordStore } from '../permit-record.store';
import { snapshotOf, type Stepping } from '../permit-steps';
import { EvidenceFiles } from './evidence';
import type { Given } from './handler';

/** Writes a signature at the place that the domain names. */
@Injectable()
export class SignatureWriter {
  constructor(
    private readonly records: PermitRecordStore,
    private readonly evidence: EvidenceFiles,
  ) {}

  /** The detail for history and audit. */
  async sign(
    tx: Tx,
    { caller, body, at }: Given,
    stepping: Stepping,
    placeFor: (snapshot: PermitSnapshot) => SigningAnswer,
  ): Promise<Result<Readonly<Record<string, unknown>>, Refusal>> {
    const drawn = await this.evidence.check(tx, 'signatureFileId', body.signatureFileId, caller.userId);
    if (!drawn.ok) return drawn;
    const answer = placeFor(snapshotOf(stepping));
    if (!('signing' in answer)) throw new Error('a signature without a place passed the table');
    const { place, role, onBehalfOf, covers } = answer.signing;
    this.records.sign(
      tx,
      stepping.permit.id,
      {
        round: stepping.permit.round,
        userId: caller.userId,
        signing: answer.signing,
        comment: body.comment?.trim() || null,
        signatureFileId: drawn.value?.fileId ?? null,
      },
      at,
    );
    return ok({
      step: place.step,
      role,
      covers,
      ...(onBehalfOf && { onBehalfOf }),
      signature: drawn.value ?? undefined,
    });
  }
}
