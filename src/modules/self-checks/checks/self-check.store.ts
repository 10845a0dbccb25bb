import { Injectable } from '@nestjs/common';
import type { CheckAnswer, GivenAnswer } from '../../../domain/self-checks/self-check';
import type { Tx } from '../../../platform/database/unit-of-work';
import { SelfCheckAnswerRow } from '../../../schema/self-checks/self-check-answer.row';
import { SelfCheckFindingRow } from '../../../schema/self-checks/self-check-finding.row';
import { SelfCheckRow } from '../../../schema/self-checks/self-check.row';

export type SelfCheck = Readonly<SelfCheckRow>;

export interface StoredAnswer extends Readonly<SelfCheckAnswerRow>, GivenAnswer {
  readonly answer: CheckAnswer;
}

@Injectable()
export class SelfCheckStore {
  /** False where the enterprise has the check of this period already. */
  insertNew(tx: Tx, check: SelfCheck): Promise<boolean> {
    return tx.rows(SelfCheckRow).insertNew(check);
  }

  find(tx: Tx, id: string): Promise<SelfCheck | null> {
    return tx.rows(SelfCheckRow).findOne({ where: { id } });
  }

  lock(tx: Tx, id: string): Promise<SelfCheck | null> {
    return tx.rows(SelfCheckRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  ofPeriod(tx: Tx, enterpriseId: string, periodFrom: string): Promise<SelfCheck | null> {
    return tx.rows(SelfCheckRow).findOne({ where: { enterpriseId, periodFrom } });
  }

  async answers(tx: Tx, checkId: string): Promise<StoredAnswer[]> {
    return (await tx.rows(SelfCheckAnswerRow).find({ where: { checkId } })) as StoredAnswer[];
  }

  /** The answer of an item takes the place of the one before. */
  async saveAnswers(tx: Tx, answers: readonly StoredAnswer[]): Promise<void> {
    for (const { checkId, code, ...answer } of answers) {
      const row = { checkId, code, ...answer, photoIds: [...answer.photoIds] };
      if (!(await tx.rows(SelfCheckAnswerRow).insertNew(row)))
        await tx.rows(SelfCheckAnswerRow).update({ checkId, code }, row);
    }
  }

  async sign(
    tx: Tx,
    id: string,
    signature: Pick<SelfCheck, 'ledBy' | 'signedName' | 'signatureId' | 'signedAt'>,
  ): Promise<void> {
    await tx.rows(SelfCheckRow).update({ id }, signature);
  }

  async addFindings(tx: Tx, findings: readonly SelfCheckFindingRow[]): Promise<void> {
    if (findings.length > 0) await tx.rows(SelfCheckFindingRow).insert(findings);
  }
}
