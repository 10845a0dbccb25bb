import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { timestamp } from '../../../platform/database/timestamp';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingInstructorRow } from '../../../schema/training/training-instructor.row';
import { TrainingPracticeMachineRow } from '../../../schema/training/training-practice-machine.row';
import { TrainingPracticePupilRow } from '../../../schema/training/training-practice-pupil.row';
import { TrainingPracticeRow } from '../../../schema/training/training-practice.row';

/** Lets machines and pupils of the ended sessions go. */
const RELEASE = `, machines as (
    update training_practice_machines m set released_at = e.ended_at from ended e where m.practice_id = e.id and m.released_at is null
  ), pupils as (
    update training_practice_pupils u set released_at = e.ended_at from ended e where u.practice_id = e.id and u.released_at is null
  ) select id from ended`;

@Injectable()
export class PracticeStore {
  /** False where another session holds the instructor; unique indexes decide between two at once. */
  insert(tx: Tx, practice: TrainingPracticeRow): Promise<boolean> {
    return tx.rows(TrainingPracticeRow).insertNew(practice);
  }

  /** False where another open session has the machine. */
  addMachine(tx: Tx, practiceId: string, machineId: string): Promise<boolean> {
    return tx.rows(TrainingPracticeMachineRow).insertNew({ practiceId, machineId });
  }

  /** False where another open session has the pupil. */
  addPupil(tx: Tx, practiceId: string, welderId: string): Promise<boolean> {
    return tx.rows(TrainingPracticePupilRow).insertNew({ practiceId, welderId });
  }

  hasMachine(tx: Tx, practiceId: string, machineId: string): Promise<boolean> {
    return tx.rows(TrainingPracticeMachineRow).existsBy({ practiceId, machineId });
  }

  async pupilsOf(tx: Tx, practiceId: string): Promise<string[]> {
    const pupils = await tx.rows(TrainingPracticePupilRow).find({ where: { practiceId, releasedAt: IsNull() } });
    return pupils.map(({ welderId }) => welderId);
  }

  /** Locked until the transaction ends, so that nobody confirms what somebody ends. */
  lock(tx: Tx, id: string): Promise<TrainingPracticeRow | null> {
    return tx.rows(TrainingPracticeRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async confirm(tx: Tx, id: string, presentUntil: Instant): Promise<void> {
    await tx.rows(TrainingPracticeRow).update({ id }, { presentUntil });
  }

  end(tx: Tx, id: string, at: Instant): Promise<string[]> {
    return this.endThose(tx, 'id = $1', id, at);
  }

  /** Those that are over by the clock: each end is written where the clock put it. */
  async endOver(tx: Tx, at: Instant): Promise<void> {
    await tx.query(
      `with ended as (
         update training_practices set ended_at = least(ends_at, present_until)
         where ended_at is null and least(ends_at, present_until) <= $1 returning id, ended_at)${RELEASE}`,
      [timestamp(at)],
    );
  }

  /** A school that may not teach any more has no session. */
  endOfProvider(tx: Tx, providerId: string, at: Instant): Promise<string[]> {
    return this.endThose(tx, 'provider_id = $1', providerId, at);
  }

  endOfInstructor(tx: Tx, instructorId: string, at: Instant): Promise<string[]> {
    return this.endThose(tx, 'instructor_id = $1', instructorId, at);
  }

  /** The ids of those that ended. What the clock had ended before keeps that end. */
  private async endThose(tx: Tx, which: string, value: string, at: Instant): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `with ended as (
         update training_practices set ended_at = least($2::timestamptz, ends_at, present_until)
         where ${which} and ended_at is null returning id, ended_at)${RELEASE}`,
      [value, timestamp(at)],
    );
    return rows.map(({ id }) => id);
  }

  instructor(tx: Tx, welderId: string): Promise<TrainingInstructorRow | null> {
    return tx.rows(TrainingInstructorRow).findOne({ where: { welderId } });
  }

  /** False where the welder is an instructor already, here or at another school. */
  nameInstructor(tx: Tx, row: TrainingInstructorRow): Promise<boolean> {
    return tx.rows(TrainingInstructorRow).insertNew(row);
  }

  async dismissInstructor(tx: Tx, providerId: string, welderId: string): Promise<boolean> {
    return (await tx.rows(TrainingInstructorRow).delete({ providerId, welderId })) > 0;
  }
}
