import { Injectable } from '@nestjs/common';
import type { ErasedKind } from '../../../domain/privacy/retention';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { PhotoErasure } from '../../../platform/files/photo-erasure';
import { ForgetExchanged } from '../../exchange/take/forget-exchanged';
import { ForgetDevices } from '../../identity/forget-devices';
import { ForgetJobPlaces } from '../../jobs/forget-job-places';
import { ForgetMessages } from '../../notices/send/forget-messages';
import { CoarsenPositions } from '../../permits/time/coarsen-positions';
import { ForgetRegistrations } from '../../registrations/forget-registrations';
import { ForgetChipPlaces } from '../../telemetry/forget-chip-places';
import { ForgetReporters } from '../../tips/identity/forget-reporters';
import { dueJobPlaces } from './due-job-places.view';
import { duePhotos } from './due-photos.view';
import { duePositions } from './due-positions.view';
import { WORK_PHOTOS } from './photo-columns';

/** Erases some of one kind that is older than a day, and says how much. The feature that owns the table does the writing. */
type Erase = (tx: Tx, before: Instant, most: number, at: Instant) => Promise<number>;

@Injectable()
export class Erasers {
  /** A kind without its eraser does not compile. */
  readonly of: Readonly<Record<ErasedKind, Erase>>;

  constructor(
    positions: CoarsenPositions,
    reporters: ForgetReporters,
    devices: ForgetDevices,
    messages: ForgetMessages,
    jobPlaces: ForgetJobPlaces,
    chipPlaces: ForgetChipPlaces,
    registrations: ForgetRegistrations,
    photos: PhotoErasure,
    exchanged: ForgetExchanged,
  ) {
    this.of = {
      positions: async (tx, before, most) => {
        const { watchRecordIds, siteVisitIds } = await duePositions(tx, before, most);
        await positions.execute(tx, watchRecordIds, siteVisitIds);
        return watchRecordIds.length + siteVisitIds.length;
      },
      'tip-identities': (tx, before, most) => reporters.execute(tx, before, most),
      devices: (tx, before, most) => devices.execute(tx, before, most),
      photos: async (tx, before, most, at) =>
        photos.erase(tx, await duePhotos(tx, await photos.namedOnlyBy(WORK_PHOTOS), before, most), at),
      'job-positions': async (tx, before, most) => {
        const ids = await dueJobPlaces(tx, before, most);
        await jobPlaces.ofJobs(tx, ids);
        return ids.length;
      },
      'chip-positions': (tx, before, most) => chipPlaces.execute(tx, before, most),
      registrations: (tx, before, most) => registrations.older(tx, before, most),
      exchanged: (tx, before, most) => exchanged.older(tx, before, most),
      messages: (tx, before, most) => messages.execute(tx, before, most),
    };
  }
}
