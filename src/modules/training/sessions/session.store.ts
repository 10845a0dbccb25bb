import { Injectable } from '@nestjs/common';
import type { Period } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingAttendanceRow } from '../../../schema/training/training-attendance.row';
import { TrainingSessionRow } from '../../../schema/training/training-session.row';

@Injectable()
export class SessionStore {
  insert(tx: Tx, session: TrainingSessionRow): Promise<void> {
    return tx.rows(TrainingSessionRow).insert(session);
  }

  find(tx: Tx, id: string): Promise<TrainingSessionRow | null> {
    return tx.rows(TrainingSessionRow).findOne({ where: { id } });
  }

  /** Whoever signs in holds the session, so that two do not take the last seat. */
  lock(tx: Tx, id: string): Promise<TrainingSessionRow | null> {
    return tx.rows(TrainingSessionRow).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async isFull(tx: Tx, { id, capacity }: TrainingSessionRow): Promise<boolean> {
    const sql = `select count(*)::int as taken from training_attendances where session_id = $1`;
    const [row] = await tx.query<{ taken: number }>(sql, [id]);
    return (row?.taken ?? 0) >= capacity;
  }

  attendanceOf(tx: Tx, sessionId: string, welderId: string): Promise<TrainingAttendanceRow | null> {
    return tx.rows(TrainingAttendanceRow).findOne({ where: { sessionId, welderId } });
  }

  /** False where the welder has signed in before. */
  signIn(tx: Tx, attendance: TrainingAttendanceRow): Promise<boolean> {
    return tx.rows(TrainingAttendanceRow).insertNew(attendance);
  }

  async signOut(tx: Tx, { sessionId, welderId, ...changes }: TrainingAttendanceRow): Promise<void> {
    const { signedOutAt, outBy, outUser, minutes, counts } = changes;
    const out = { signedOutAt, outBy, outUser, minutes, counts };
    await tx.rows(TrainingAttendanceRow).update({ sessionId, welderId }, out);
  }
}

export const periodOf = ({ startsAt, endsAt }: Pick<TrainingSessionRow, 'startsAt' | 'endsAt'>): Period => ({
  from: startsAt,
  to: endsAt,
});
