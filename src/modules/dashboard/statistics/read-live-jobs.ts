import { Injectable } from '@nestjs/common';
import { liveCurrent } from '../../../domain/arcs/live-current';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import { MINUTE, type Instant, isoTime } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { WorkEndsReader } from '../../jobs/work-ends.reader';
import { burningJobs, type BurningJob } from './live-jobs.view';
import { reachOf } from '../../inventory/reach';
import type { LiveJob, LiveJobs, StatisticsQuery } from './statistics.dto';

/** More points than that make a map unreadable. */
const MOST = 500;
/** An older fix of a chip says nothing about where its machine stands now. */
const FRESH_MS = 10 * MINUTE;

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
      const rows = await burningJobs(tx, reach.value, at - FRESH_MS, MOST + 1);
      const shown = rows.slice(0, MOST);
      const ids = shown.map(({ id }) => id);
      const ends = await this.ends.ofOpen(tx, ids, at);
      const items = shown.map((row) => toLiveJob(row, ends.get(row.id)));
      return ok({ at: new Date(at).toISOString(), items, more: rows.length > MOST });
    });
  }
}

/**
 * A job that ended between the two looks keeps what it was given. Field by field: to spread a row costs four times as much,
 * at 500 points a map.
 */
const toLiveJob = (row: BurningJob, end: Instant | undefined): LiveJob => ({
  id: row.id,
  machineId: row.machineId,
  machineCode: row.machineCode,
  model: row.model,
  enterpriseName: row.enterpriseName,
  lat: row.lat,
  lng: row.lng,
  currentA: liveCurrent(row.arcOn, row.currentA),
  arcOn: row.arcOn,
  since: isoTime(row.since),
  workUntil: isoTime(end ?? row.workUntil),
});
