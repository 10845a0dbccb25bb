import { Injectable } from '@nestjs/common';
import type { DrawnPair } from '../../../domain/inspections/draw';
import type { Call } from '../../../platform/auth/request';
import { Ids } from '../../../platform/time/ids';
import type { StoredDraw } from '../draws/draw.store';
import { InspectionStore, type Inspection } from './inspection.store';

export const BLANK = {
  state: 'planned',
  answers: {},
  signedName: null,
  signatureId: null,
  result: null,
  publishedBy: null,
  publishedAt: null,
} as const;

/** Each drawn pair is an inspection. */
@Injectable()
export class MakeInspections {
  constructor(
    private readonly inspections: InspectionStore,
    private readonly ids: Ids,
  ) {}

  ofDraw({ tx, caller, at }: Call, draw: StoredDraw & { readonly pairs: readonly DrawnPair[] }): Promise<void> {
    const regions = new Map(draw.list.targets.map(({ id, regionCode }) => [id, regionCode]));
    const rows = draw.pairs.map(({ targetId, officerIds }): Inspection => ({
      ...BLANK,
      ...{ id: this.ids.next(at), source: 'drawn', kind: draw.kind, drawId: draw.id, enterpriseId: targetId },
      ...{ regionCode: regions.get(targetId) ?? draw.regionCode, machineId: null, place: null, dueOn: draw.dueOn },
      ...{ officerIds: [...officerIds], createdBy: caller.userId, createdAt: at },
    }));
    return this.inspections.insert(tx, rows);
  }
}
