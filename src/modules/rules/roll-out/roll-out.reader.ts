import { Injectable } from '@nestjs/common';
import { modesAt, type DeclaredMode, type RollOutModes } from '../../../domain/authorization/roll-out-modes';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { declaredModes } from '../declared-modes';

/** How far the roll-out has come at a place. */
@Injectable()
export class RollOutReader {
  /** All modes in force at a moment, wherever. */
  async declaredAt(tx: Tx, at: Instant): Promise<DeclaredMode[]> {
    return tx.query<DeclaredMode>(
      `select topic, mode, region_code as "regionCode" from roll_out_modes
       where valid_from <= $1 and (valid_to is null or $1 < valid_to)`,
      [new Date(at)],
    );
  }

  async modesOf(tx: Tx, regionCode: string, at: Instant): Promise<RollOutModes> {
    const [row] = await tx.prepared<{ modes: DeclaredMode[] }>(
      `select ${declaredModes('$1::text', '$2::timestamptz')} as modes`,
      [regionCode, new Date(at)],
    );
    return modesAt(row?.modes ?? []);
  }
}
