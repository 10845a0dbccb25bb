import type { ErasedKind } from '../../../domain/privacy/retention';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { dueJobPlaces } from '../../privacy/retention/due-job-places.view';
import { duePositions } from '../../privacy/retention/due-positions.view';

type Is = (tx: Tx, before: Instant) => Promise<boolean>;

const exists =
  (rows: string): Is =>
  async (tx, before) =>
    (await tx.query<{ there: boolean }>(`select exists (${rows}) as there`, [new Date(before)]))[0]!.there;

/**
 * Whether something of a kind is older than it may be. As the system. Who reported a tip is not looked at: nobody but one
 * function of the database reads that. Photos are not either: to know who names one asks every table.
 */
export const OVERDUE: Readonly<Record<Exclude<ErasedKind, 'tip-identities' | 'photos'> | 'quarantine', Is>> = {
  positions: async (tx, before) => {
    const { watchRecordIds, siteVisitIds } = await duePositions(tx, before, 1);
    return watchRecordIds.length + siteVisitIds.length > 0;
  },
  'job-positions': async (tx, before) => (await dueJobPlaces(tx, before, 1)).length > 0,
  'chip-positions': exists('select 1 from chip_states where position_at < $1 and lat is not null'),
  devices: exists('select 1 from login_devices where last_at < $1'),
  registrations: exists(`select 1 from registrations where settled_at < $1 and id_number_sealed <> ''`),
  exchanged: exists(`select 1 from exchange_papers where taken_at < $1 and paper_sealed is not null
    union all select 1 from exchange_taken where taken_at < $1 and record_sealed is not null`),
  messages: exists('select 1 from messages where settled_at < $1'),
  quarantine: exists('select 1 from quarantine where received_at < $1'),
};
