import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { WelderPinRow } from '../../../schema/registry/welder-pin.row';

const NAMES = ['userId', 'pinHash', 'wrongAt'] as const;

export interface KnownPin extends Readonly<Pick<WelderPinRow, (typeof NAMES)[number]>> {
  readonly regionCode: string;
}

/** The PIN of whoever vouches for a welder: their account, as long as it is not disabled. Under the system's scope only. */
@Injectable()
export class KnownPinsReader {
  /** Locked, so that guesses at the same moment are all counted. */
  async ofWelder(tx: Tx, welderId: string): Promise<KnownPin | null> {
    const [pin] = await tx.query<KnownPin>(
      `select ${columnsOf(WelderPinRow, 'p', NAMES)}, w.region_code as "regionCode"
       from welder_pins p join users u on u.id = p.user_id join welders w on w.id = u.welder_id
       where u.welder_id = $1 and u.disabled_at is null for update of p`,
      [welderId],
    );
    return pin ?? null;
  }
}
