import { Injectable } from '@nestjs/common';
import { liveCurrent } from '../../../domain/arcs/live-current';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import { MINUTE, type Instant, isoTime } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { WorkEndsReader } from '../../jobs/work-ends.reader';
import { reachOf, reachValues, within, type Reach } from './reach';
import type { LiveJob, LiveJobs, StatisticsQuery } from './statistics.dto';

/** More points than that make a map unreadable. */
const MOST = 500;
/** An older fix of a chip says nothing about where its machine stands now. */
const FRESH_MS = 10 * MINUTE;

type Row = Omit<LiveJob, 'since' | 'workUntil'> & { since: Instant; workUntil: Instant };

/** What burns now, for the map: the machine's own position, else where it was started, else the place of permit or area. */
@Injectable()
export class ReadLiveJobs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ends: WorkEndsReader,
  ) {}

  async execute({ caller, at }: Request, { regionCode }: StatisticsQuery): Promise<Result<LiveJobs, Refusal>> {
    const reach = reachOf(caller, regionCode ?? null);
    if (!reach.ok) return reach;
    return this.uow.run(systemScope('live-jobs'), async (tx) => {
      const rows = await burning(tx, reach.value, at);
      const shown = rows.slice(0, MOST);
      const ids = shown.map(({ id }) => id);
      const ends = await this.ends.ofOpen(tx, ids, at);
      const items = shown.map((row) => toLiveJob(row, ends.get(row.id)));
      return ok({ at: new Date(at).toISOString(), items, more: rows.length > MOST });
    });
  }
}

const burning = (tx: Tx, reach: Reach, at: Instant): Promise<Row[]> =>
  tx.prepared<Row>(
    `select j.id, j.machine_id as "machineId", m.code as "machineCode", m.model, e.name as "enterpriseName",
       coalesce(s.lat, j.lat, p.lat, a.lat) as lat, coalesce(s.lng, j.lng, p.lng, a.lng) as lng,
       c.current_a as "currentA", coalesce(c.arc_on, j.arc_open) as "arcOn",
       coalesce(j.running_at, j.reserved_at) as since, j.work_until as "workUntil"
     from jobs j join machines m on m.id = j.machine_id left join enterprises e on e.id = j.enterprise_id
       left join chip_states c on c.chip_no = j.chip_no
       left join chip_states s on s.chip_no = j.chip_no and s.position_at >= $4
       left join permits p on p.id = j.permit_id left join designated_areas a on a.id = j.designated_area_id
     where j.state = 'running' and ${within('j.region_code', 'j.enterprise_id')}
     order by j.id desc limit ${MOST + 1}`,
    [...reachValues(reach), new Date(at - FRESH_MS)],
  );

/** A job that ended between the two looks keeps what it was given. */
const toLiveJob = (row: Row, end: Instant | undefined): LiveJob => ({
  ...row,
  currentA: liveCurrent(row.arcOn, row.currentA),
  since: isoTime(row.since),
  workUntil: isoTime(end ?? row.workUntil),
});
