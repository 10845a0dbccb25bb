import type { Bucket, BucketName, Held } from '../../../domain/exchange/reconcile';
import type { Tx } from '../../../platform/database/unit-of-work';

/** The same as `hashOf` of the domain, made where the rows lie. */
const HASH = `encode(sha256(convert_to(coalesce(string_agg(%id || ' ' || %version || e'\\n', '' order by %id collate "C"), ''), 'UTF8')), 'hex')`;
const hashOf = (id: string, version: string): string => HASH.replaceAll('%id', id).replaceAll('%version', version);

const DAY = `to_char(day, 'YYYY-MM-DD')`;

/** What another platform holds of ours, as it said. */
export const heldThere = (tx: Tx, partnerId: string): Promise<Bucket[]> =>
  tx.query<Bucket>(
    `select kind, region_code as region, ${DAY} as day, count(*)::int as count, ${hashOf('entity_id', 'held_version')} as hash
     from exchange_items where partner_id = $1 and held_version is not null group by kind, region_code, day order by kind, region_code, day`,
    [partnerId],
  );

export const heldThereIn = (
  tx: Tx,
  partnerId: string,
  { kind, region, day }: BucketName,
): Promise<Pick<Held, 'id' | 'version'>[]> =>
  tx.query(
    `select entity_id as id, held_version as version from exchange_items
     where partner_id = $1 and kind = $2 and region_code = $3 and day = $4 and held_version is not null order by entity_id`,
    [partnerId, kind, region, day],
  );

/** What we hold of another platform's. */
export const heldHere = (tx: Tx, partnerId: string): Promise<Bucket[]> =>
  tx.query<Bucket>(
    `select kind, region_code as region, ${DAY} as day, count(*)::int as count, ${hashOf('their_id', 'version')} as hash
     from exchange_taken where partner_id = $1 group by kind, region_code, day order by kind, region_code, day`,
    [partnerId],
  );

export const heldHereIn = (
  tx: Tx,
  partnerId: string,
  { kind, region, day }: BucketName,
): Promise<Pick<Held, 'id' | 'version'>[]> =>
  tx.query(
    `select their_id as id, version from exchange_taken
     where partner_id = $1 and kind = $2 and region_code = $3 and day = $4 order by their_id`,
    [partnerId, kind, region, day],
  );
