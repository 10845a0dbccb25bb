import { Injectable } from '@nestjs/common';
import type { InventoryKind } from '../../../domain/inventory/inventory';
import type { TargetKind } from '../../../domain/inventory/target';
import type { Tx } from '../../../platform/database/unit-of-work';
import { countsOf, type Count } from '../counts.view';
import { collectedBy, type ListedTarget } from './targets.view';

/** What of the inventory a target counts, and the filter under which its list shows the same. */
interface Counted {
  readonly of: InventoryKind;
  readonly counts: (count: Count) => boolean;
  readonly filter: string;
}

const NOT_OVER = ['days-7', 'days-30', 'days-90', 'later'];
const held = (dimension: string) => (count: Count) => count.dimension === dimension && NOT_OVER.includes(count.value);

const COUNTED: Readonly<Record<TargetKind, Counted>> = {
  'machines-registered': { of: 'machine', counts: ({ dimension, value }) => dimension === 'status' && value !== 'scrapped', filter: '' },
  'chips-fitted': { of: 'machine', counts: ({ dimension, value }) => dimension === 'chip' && value === 'fitted', filter: 'chip=fitted' },
  'welders-registered': { of: 'welder', counts: ({ dimension }) => dimension === 'status', filter: '' },
  'certificates-verified': { of: 'welder', counts: held('certificate'), filter: 'certificate=valid' },
  'training-passed': { of: 'welder', counts: held('training'), filter: 'training=valid' },
}; // prettier-ignore

type Asked = Pick<ListedTarget, 'kind' | 'regionCode' | 'userId' | 'startOn'>;

/** How far a target is, from the counters of the inventory or from what a person collected. */
@Injectable()
export class CountTargets {
  async now(tx: Tx, target: Asked, today: string): Promise<number> {
    const { of, counts } = COUNTED[target.kind];
    if (target.userId !== null) return collectedBy(tx, target, of);
    const found = await countsOf(tx, of, [target.regionCode], today);
    return found.filter(counts).reduce((all, { n }) => all + n, 0);
  }

  /** The page that lists what is counted. */
  pathOf({ kind, regionCode, userId, startOn }: Asked): string {
    const { of, filter } = COUNTED[kind];
    if (userId !== null) return `/console/collections?collector=${userId}&kind=${of}&from=${startOn}&regionCode=${regionCode}`;
    return `/console/inventory/${of}s?regionCode=${regionCode}${filter && `&${filter}`}`;
  }
} // prettier-ignore
