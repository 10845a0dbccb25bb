import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { EmploymentRow } from '../../../schema/registry/employment.row';
import { WelderPinRow } from '../../../schema/registry/welder-pin.row';
import { WelderRow } from '../../../schema/registry/welder.row';

/** What others know a forgotten person by. */
export interface WelderTraces {
  /** The person's own record, and those that claimed to be the same person. */
  readonly welderIds: readonly string[];
  readonly phoneHashes: readonly string[];
}

/**
 * A welder who is forgotten: the record stays for the jobs that name it, without name and numbers. Its hash goes as well, so
 * that the person who comes again is a new one, and the old record does not come back.
 */
@Injectable()
export class ForgetWelder {
  /** No power any more while the request waits for its day. */
  async close(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.rows(WelderRow).update({ id }, { status: 'suspended', erasedAt: at });
  }

  async erase(tx: Tx, id: string, pseudonym: string, at: Instant): Promise<WelderTraces> {
    const records = await tx.rows(WelderRow).find({ where: [{ id }, { samePersonAs: id }] });
    for (const record of records) {
      const none = `erased:${record.id}`;
      const numbers = {
        idNumberSealed: '',
        idNumberHash: none,
        idNumberMasked: '',
        phoneSealed: '',
        phoneHash: none,
        phoneMasked: '',
      };
      const change = {
        name: pseudonym,
        ...numbers,
        status: 'suspended',
        warnings: [],
        erasedAt: at,
        enterpriseId: null,
      };
      await tx.rows(WelderRow).update({ id: record.id }, { ...change, version: record.version + 1 });
      const ended = { until: at, endReason: 'erased' };
      await tx.rows(EmploymentRow).update({ welderId: record.id, until: IsNull() }, ended);
    }
    return { welderIds: records.map((one) => one.id), phoneHashes: records.map(({ phoneHash }) => phoneHash) };
  }

  async erasePin(tx: Tx, userId: string): Promise<void> {
    await tx.rows(WelderPinRow).delete({ userId });
  }
}
