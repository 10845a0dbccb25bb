import { Injectable } from '@nestjs/common';
import { arcHoursFell, fallenSince, type FallenRule } from '../../../domain/violations/suspicions/arc-hours-fell';
import type { Finding } from '../../../domain/violations/finding';
import { shanghaiDate, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import type { Detector } from './detector';

const FACET = 'arc-hours-fell';

const HOURS = (when: string): string =>
  `coalesce(sum(extract(epoch from coalesce(a.ended_at, a.last_seen_at) - a.started_at)) filter (where ${when}), 0)::float8 / 3600`;

interface MachineRow {
  readonly id: string;
  readonly chip_no: string;
  readonly recent: number;
  readonly before: number;
}

/**
 * 设备疑似改装: a machine burns far less than it did, while its enterprise goes on under permits: its arc may bypass the
 * chip. A day's change says nothing, so all machines are looked at once a day.
 */
@Injectable()
export class FallenArcHours implements Detector {
  readonly name = 'fallen-arc-hours';
  private lookedOn = '';

  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, at: Instant): Promise<Finding[]> {
    const today = shanghaiDate(at);
    if (this.lookedOn === today) return [];
    const rule = this.ruleAt(at);
    const since = fallenSince(rule, at);
    const rows = await tx.prepared<MachineRow>(
      `select m.id, b.chip_no, ${HOURS('a.started_at >= $2')} as recent, ${HOURS('a.started_at < $2')} as before
       from machines m join chip_bindings b on b.machine_id = m.id and b.unbound_at is null
         join arcs a on a.machine_id = m.id and a.started_at >= $1 and a.started_at < $3 and a.merged_into is null
       where m.status = 'in-service'
         and exists (select 1 from chip_bindings o where o.machine_id = m.id and o.bound_at <= $2)
         and exists (select 1 from permits p where p.enterprise_id = m.enterprise_id and p.started_at >= $2 and p.started_at < $3)
         and not exists (select 1 from violations v
           where v.cause = 'modified-machine:machine:' || m.id || ':${FACET}' and v.last_at > $1)
       group by m.id, b.chip_no`,
      [new Date(since.before), new Date(since.recent), new Date(at)],
    );
    this.lookedOn = today;
    return rows.filter((row) => arcHoursFell(row, rule)).map((row) => findingOf(row, at));
  }

  /** It burns as it did, or it is out of service and cannot. */
  async explained(tx: Tx, at: Instant): Promise<string[]> {
    const rule = this.ruleAt(at);
    const since = fallenSince(rule, at);
    const rows = await tx.prepared<{ id: string; recent: number; before: number; in_service: boolean }>(
      `select v.id, m.status = 'in-service' as in_service, ${HOURS('a.started_at >= $2')} as recent, ${HOURS('a.started_at < $2')} as before
       from violations v join machines m on m.id = v.machine_id
         left join arcs a on a.machine_id = m.id and a.started_at >= $1 and a.started_at < $3 and a.merged_into is null
       where v.kind = 'modified-machine' and v.source = 'detector' and v.state = 'open'
         and v.cause = 'modified-machine:machine:' || m.id || ':${FACET}'
       group by v.id, m.status`,
      [new Date(since.before), new Date(since.recent), new Date(at)],
    );
    const stands = ({ in_service, ...hours }: (typeof rows)[number]): boolean =>
      in_service && arcHoursFell(hours, { ...rule, leastHours: 0 });
    return rows.filter((row) => !stands(row)).map(({ id }) => id);
  }

  private ruleAt(at: Instant): FallenRule {
    return this.rules.book().value<FallenRule>('supervision.arc-hours-fell', {}, at);
  }
}

const findingOf = ({ id, chip_no, recent, before }: MachineRow, at: Instant): Finding => ({
  kind: 'modified-machine',
  facet: FACET,
  source: 'detector',
  certainty: 'provisional',
  machineId: id,
  chipNo: chip_no,
  foundAt: at,
  evidence: { reason: FACET, hoursBefore: before, hoursRecent: recent },
});
