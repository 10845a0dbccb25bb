import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import { lineage } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingQuestionRow } from '../../../schema/training/training-question.row';

interface Bank {
  readonly regionCode: string;
  readonly topics: readonly string[];
}

/** The platform's own questions and those of the regions around. */
const banksOf = (regionCode: string): string[] => ['', ...lineage(regionCode)];

@Injectable()
export class QuestionStore {
  insert(tx: Tx, question: TrainingQuestionRow): Promise<void> {
    return tx.rows(TrainingQuestionRow).insert(question);
  }

  find(tx: Tx, id: string): Promise<TrainingQuestionRow | null> {
    return tx.rows(TrainingQuestionRow).findOne({ where: { id, retiredAt: IsNull() } });
  }

  async retire(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.rows(TrainingQuestionRow).update({ id }, { retiredAt: at });
  }

  /** What a quiz of these topics may ask in a region; no topics are all of them. */
  async idsFor(tx: Tx, { regionCode, topics }: Bank): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from training_questions where retired_at is null and region_code = any($1) and ($2::text[] = '{}' or topic = any($2))`,
      [banksOf(regionCode), topics],
    );
    return rows.map(({ id }) => id);
  }

  /** In the order of the ids; a question retired since it was drawn is still asked. */
  async inOrder(tx: Tx, ids: readonly string[]): Promise<TrainingQuestionRow[]> {
    const rows = await tx.rows(TrainingQuestionRow).find({ where: { id: In(ids) } });
    const known = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => known.get(id) ?? []);
  }

  list(
    tx: Tx,
    regionCode: string,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<TrainingQuestionRow[]> {
    const before = cursor === undefined ? {} : { id: LessThan(cursor) };
    const where = { regionCode: In(banksOf(regionCode)), retiredAt: IsNull(), ...before };
    return tx.rows(TrainingQuestionRow).find({ where, order: { id: 'DESC' }, take: limit + 1 });
  }
}
