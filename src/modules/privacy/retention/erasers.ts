import { Injectable } from '@nestjs/common';
import type { ErasedKind } from '../../../domain/privacy/retention';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { ForgetDevices } from '../../identity/forget-devices';
import { ForgetMessages } from '../../notices/send/forget-messages';
import { CoarsenPositions } from '../../permits/time/coarsen-positions';
import { ForgetReporters } from '../../tips/identity/forget-reporters';
import { duePositions } from './due-positions.view';

/** Erases some of one kind that is older than a day, and says how much. The feature that owns the table does the writing. */
type Erase = (tx: Tx, before: Instant, most: number) => Promise<number>;

@Injectable()
export class Erasers {
  /** A kind without its eraser does not compile. */
  readonly of: Readonly<Record<ErasedKind, Erase>>;

  constructor(
    positions: CoarsenPositions,
    reporters: ForgetReporters,
    devices: ForgetDevices,
    messages: ForgetMessages,
  ) {
    this.of = {
      positions: async (tx, before, most) => {
        const { watchRecordIds, siteVisitIds } = await duePositions(tx, before, most);
        await positions.execute(tx, watchRecordIds, siteVisitIds);
        return watchRecordIds.length + siteVisitIds.length;
      },
      'tip-identities': (tx, before, most) => reporters.execute(tx, before, most),
      devices: (tx, before, most) => devices.execute(tx, before, most),
      messages: (tx, before, most) => messages.execute(tx, before, most),
    };
  }
}
