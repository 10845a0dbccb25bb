import { Injectable } from '@nestjs/common';
import type { CheckKind } from '../../../domain/certificates/lookup';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { Instant } from '../../../kernel/time';
import { CertificateCheckRow } from '../../../schema/certificates/certificate-check.row';

export interface Check extends Readonly<CertificateCheckRow> {
  readonly kind: CheckKind;
}

/** What is told of a check; the rest is null. */
export type Told = Pick<Check, 'kind'> &
  Partial<Pick<Check, 'answer' | 'method' | 'note' | 'scanSealed' | 'screenshotId'>>;

const NOTHING = { answer: null, method: null, note: null, scanSealed: null, screenshotId: null };

/** The history of a certificate: lines are added, never changed. */
@Injectable()
export class CertificateCheckStore {
  constructor(private readonly ids: Ids) {}

  async add(
    tx: Tx,
    { id: certificateId, welderId }: { readonly id: string; readonly welderId: string },
    told: Told,
    { userId: doneBy }: Pick<Caller, 'userId'>,
    doneAt: Instant,
  ): Promise<void> {
    const check = { id: this.ids.next(doneAt), certificateId, welderId, doneBy, doneAt };
    await tx.rows(CertificateCheckRow).insert({ ...NOTHING, ...told, ...check });
  }

  /** The newest first. */
  async of(tx: Tx, certificateId: string): Promise<Check[]> {
    const question = { where: { certificateId }, order: { id: 'DESC' }, take: 100 } as const;
    return (await tx.rows(CertificateCheckRow).find(question)) as Check[];
  }
}
