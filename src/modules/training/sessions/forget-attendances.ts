import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work';
import { TrainingAttendanceRow } from '../../../schema/training/training-attendance.row';

/** Where a forgotten person stood when they signed in to a training. */
@Injectable()
export class ForgetAttendances {
  async erase(tx: Tx, welderIds: readonly string[]): Promise<void> {
    await tx.rows(TrainingAttendanceRow).update({ welderId: In([...welderIds]) }, { lat: null, lng: null });
  }
}
