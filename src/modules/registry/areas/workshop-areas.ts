import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { DesignatedAreaStore } from './designated-area.store';

export interface ConfirmedWorkshop {
  readonly name: string;
  readonly ownerWelderId: string | null;
  readonly enterpriseId: string | null;
  readonly regionCode: string;
  readonly lat: number;
  readonly lng: number;
  readonly radiusM: number;
  readonly placeKinds: readonly string[];
}

/** Makes a workshop that two officials confirmed a fixed work point; its own audit entry is the confirmation. */
@Injectable()
export class WorkshopAreas {
  constructor(
    private readonly areas: DesignatedAreaStore,
    private readonly ids: Ids,
  ) {}

  async designate(tx: Tx, workshop: ConfirmedWorkshop, by: string, from: Instant, to: Instant): Promise<string> {
    const id = this.ids.next(from);
    await this.areas.insert(
      tx,
      {
        ...workshop,
        id,
        placeKinds: [...workshop.placeKinds],
        radiusReason: null,
        signboardBoundAt: null,
        withoutSignalAt: null,
        validFrom: from,
        validTo: to,
        createdAt: from,
      },
      by,
    );
    return id;
  }

  /** Nothing new begins there; what runs ends at `to`, with the warnings before. */
  close(tx: Tx, id: string, siteId: string, at: Instant, to: Instant): Promise<void> {
    return this.areas.close(tx, id, siteId, at, to);
  }

  adoptKinds(tx: Tx, id: string, kinds: readonly string[]): Promise<void> {
    return this.areas.adoptKinds(tx, id, kinds);
  }
}
