import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { ChipPresenceRow } from '../../../../schema/dashboard/chip-presence.row';
import { type Reach, reachValues, within } from '../../../inventory/reach';

interface Presence {
  readonly heard: number;
  readonly silent: number;
  /** When that was counted. */
  readonly at: Instant;
}

/** Of the chips that are bound: those heard of since a moment, and those that fell silent during a job. */
const HEARD = `count(*) filter (where s.last_seen_at >= $1)::int as heard, count(*) filter (where s.silent_since is not null)::int as silent`;
const CHIPS = `chip_states s join chip_bindings b on b.chip_no = s.chip_no and b.unbound_at is null join machines m on m.id = b.machine_id`;
const OF_ENTERPRISE = `select ${HEARD.replace('$1', '$4')} from ${CHIPS} where ${within('m.region_code', 'm.enterprise_id')}`;

/** Each region also holds what lies below it; the empty code is the country. */
const EVERYWHERE = `
  insert into chip_presence (region_code, heard, silent, counted_at)
  select left(region_code, l.digits), sum(heard), sum(silent), $2
  from (select m.region_code, ${HEARD} from ${CHIPS} where s.last_seen_at >= $1 or s.silent_since is not null group by 1) each_village,
    (values (0), (2), (4), (6), (9), (12)) l(digits)
  where l.digits <= length(region_code) group by 1`;

/** An enterprise's chips are counted; a region's were counted a minute ago, for all regions at once. */
@Injectable()
export class PresenceView {
  async of(tx: Tx, reach: Reach, since: Instant, at: Instant): Promise<Presence> {
    if (reach.enterpriseId === null) {
      const kept = await tx.rows(ChipPresenceRow).findOne({ where: { regionCode: reach.from } });
      return { heard: kept?.heard ?? 0, silent: kept?.silent ?? 0, at: kept?.countedAt ?? at };
    }
    const [row] = await tx.prepared<Omit<Presence, 'at'>>(OF_ENTERPRISE, [...reachValues(reach), new Date(since)]);
    return { ...row!, at };
  }

  async count(tx: Tx, since: Instant, at: Instant): Promise<void> {
    await tx.query('delete from chip_presence');
    await tx.query(EVERYWHERE, [new Date(since), new Date(at)]);
  }
}
