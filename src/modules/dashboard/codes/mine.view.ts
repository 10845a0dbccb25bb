import { Injectable } from '@nestjs/common';
import { modesAt, type DeclaredMode } from '../../../domain/authorization/roll-out-modes';
import { reviewsAbolishedFrom, stateAt } from '../../../domain/certificates/certificate-state';
import { hasRole, WATCHERS } from '../../../domain/people/roles';
import { effectiveState } from '../../../domain/permits/effective-state';
import type { PermitState } from '../../../domain/permits/permit';
import { HOUR, shanghaiDate, type Instant, isoTime } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CertificatesReader } from '../../certificates/certificates.reader';
import { userEnterpriseOf, userWelderOf } from '../../registry/machine-user';
import { declaredModes } from '../../rules/declared-modes';
import { RulesReader } from '../../rules/rules.reader';
import type { CodeMine, MyCertificate, MyJob, MyPermit, MyWorkshop } from './code-page.dto';
import type { PermitRow } from '../../../schema/permits/permit.row';

/** A permit that begins within so long is worth showing: somebody stands at the machine before their time. */
const AHEAD_MS = 4 * HOUR;
const MOST = 10;

interface PermitHere extends Pick<PermitRow, 'id' | 'number' | 'plannedEnd'> {
  readonly place: PermitRow['placeName'];
  readonly state: PermitState;
  readonly modes: readonly DeclaredMode[];
}

type WorkshopRow = Omit<MyWorkshop, 'validTo' | 'identity'> & {
  readonly validTo: Instant;
  readonly modes: readonly DeclaredMode[];
};

/**
 * Permits the caller may work under (`$1` welder), watches (`$2` user) or answers for as a safety officer (`$3`
 * enterprise). `$4` machine: those that name it, or name none while it belongs to a party or a named welder.
 */
const PERMITS = `
  select p.id, p.number, p.place_name as place, p.state, p.planned_end as "plannedEnd", ${declaredModes('p.region_code', '$5')} as modes from permits p
  where p.id = any(array(
      select w.permit_id from permit_welders w where w.welder_id = $1
      union select f.id from permits f where f.fire_watch_id = $2 and f.state in ('issued', 'active', 'suspended')
      union select e.id from permits e where $3 in (e.enterprise_id, e.contractor_id) and e.state in ('issued', 'active', 'suspended')))
    and p.state in ('issued', 'active', 'suspended') and p.planned_end > $5 and p.planned_start < $6
    and ($4::text is null
      or exists (select 1 from permit_machines m where m.permit_id = p.id and m.machine_id = $4)
      or not exists (select 1 from permit_machines m where m.permit_id = p.id) and exists (
        select 1 from machines m where m.id = $4 and (${userEnterpriseOf('m')} in (p.enterprise_id, p.contractor_id)
          or ${userWelderOf('m')} in (select w.welder_id from permit_welders w where w.permit_id = p.id)
          or p.enterprise_id is null and ${userEnterpriseOf('m')} = (select enterprise_id from welders where id = $1))))
  order by p.state = 'active' desc, p.planned_start, p.id limit ${MOST}`;

const WORKSHOPS = `
  select a.id, a.name, a.lat, a.lng, a.radius_m as "radiusM", a.valid_to as "validTo",
    ${declaredModes('a.region_code', '$2')} as modes
  from workshops s join designated_areas a on a.id = s.designated_area_id
  where coalesce(s.owner_welder_id, s.enterprise_id) in ($1, (select enterprise_id from welders where id = $1))
    and a.closing_since is null and a.valid_from <= $2 and $2 < a.valid_to
  order by a.id desc limit ${MOST}`;

/** What the caller themself has to do with a scanned code. */
@Injectable()
export class MineView {
  constructor(
    private readonly certificates: CertificatesReader,
    private readonly rules: RulesReader,
  ) {}

  /** Null for those who neither weld nor start for others. */
  async of(tx: Tx, caller: Caller, machineId: string | null, at: Instant): Promise<CodeMine | null> {
    const { welderId } = caller;
    const standsIn = hasRole(caller, ...WATCHERS);
    if (welderId === null && !standsIn) return null;
    return {
      certificates: welderId === null ? [] : await this.myCertificates(tx, welderId, at),
      permits: await this.myPermits(tx, caller, machineId, at),
      workshops: welderId === null ? [] : await this.myWorkshops(tx, welderId, at),
      currentJob: await this.myJob(tx, caller, machineId),
    };
  }

  private async myCertificates(tx: Tx, welderId: string, at: Instant): Promise<MyCertificate[]> {
    const reviewsEnd = reviewsAbolishedFrom(this.rules.book(), at);
    const cards = await this.certificates.ofWelder(tx, welderId);
    return cards.map((card) => ({
      id: card.id,
      operations: [...card.operations],
      validTo: shanghaiDate(card.validTo - 1),
      status: stateAt(card, at, reviewsEnd),
    }));
  }

  private async myPermits(tx: Tx, caller: Caller, machineId: string | null, at: Instant): Promise<MyPermit[]> {
    const rows = await tx.prepared<PermitHere>(PERMITS, [
      caller.welderId,
      caller.userId,
      hasRole(caller, 'safety-officer') ? caller.enterpriseId : null,
      machineId,
      new Date(at),
      new Date(at + AHEAD_MS),
    ]);
    return rows.map(({ id, number, place, state, plannedEnd, modes }) => ({
      id,
      number,
      place,
      state: effectiveState({ state, plannedEnd }, at),
      plannedEnd: isoTime(plannedEnd),
      identity: modesAt(modes).identity,
    }));
  }

  private async myWorkshops(tx: Tx, welderId: string, at: Instant): Promise<MyWorkshop[]> {
    const rows = await tx.prepared<WorkshopRow>(WORKSHOPS, [welderId, new Date(at)]);
    return rows.map(({ validTo, modes, ...one }) => ({
      ...one,
      validTo: isoTime(validTo),
      identity: modesAt(modes).identity,
    }));
  }

  /** One's own, or on this machine the one that the caller started for a welder. */
  private async myJob(tx: Tx, { welderId, userId }: Caller, machineId: string | null): Promise<MyJob | null> {
    const [job] = await tx.prepared<MyJob>(
      `select id, state from jobs where welder_id = $1 and state in ('reserved', 'running')
       union all
       select id, state from jobs where machine_id = $2 and started_by = $3 and state in ('reserved', 'running')
       order by id desc limit 1`,
      [welderId, machineId, userId],
    );
    return job ?? null;
  }
}
