import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CertificateNoticeRow } from '../../../schema/certificates/certificate-notice.row';

/** Which notices of a certificate's end were sent. */
@Injectable()
export class EndingNoticesStore {
  /** False where another turn, or another process, took this notice. */
  take(tx: Tx, certificateId: string, days: number, toldAt: Instant): Promise<boolean> {
    return tx.rows(CertificateNoticeRow).insertNew({ certificateId, days, toldAt, phones: 0 });
  }

  async told(tx: Tx, certificateId: string, days: number, phones: number): Promise<void> {
    await tx.rows(CertificateNoticeRow).update({ certificateId, days }, { phones });
  }
}
