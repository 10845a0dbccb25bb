import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../domain/authorization/finding';
import type { HelpCommand, HelpState } from '../../../domain/help/help-life-cycle';
import { DAY, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { HelpStepRow } from '../../../schema/help/help-step.row';
import type { HelpTicketRow } from '../../../schema/help/help-ticket.row';

type OfTicket =
  | 'id'
  | 'decisionId'
  | 'regionCode'
  | 'askedAt'
  | 'refusedAt'
  | 'note'
  | 'photoId'
  | 'welderId'
  | 'machineId'
  | 'enterpriseId';

export interface TicketRow extends Readonly<Pick<HelpTicketRow, OfTicket>> {
  readonly state: HelpState;
  readonly askedById: string;
  readonly askedBy: string;
  readonly welderName: string | null;
  readonly machineCode: string | null;
  readonly machineModel: string | null;
  readonly enterpriseName: string | null;
  readonly permitId: string | null;
  readonly permitNumber: string | null;
  readonly takenBy: string | null;
  readonly findings: readonly Finding[];
  readonly poweredAt: Instant | null;
}

export interface StepRow extends Readonly<Pick<HelpStepRow, 'note' | 'findingCodes' | 'until'>> {
  readonly command: HelpCommand;
  readonly at: Instant;
  readonly by: string;
}

/** The first job after the refusal in which this welder got power from this machine. */
const POWER = `left join lateral (
    select min(j.running_at) as at from jobs j
    where j.machine_id = t.machine_id and j.welder_id = t.welder_id and j.running_at > t.refused_at
      and j.reserved_at > t.refused_at and j.reserved_at < t.refused_at + interval '1 day') power on true`;

const WAITS = `t.state <> 'closed' and power.at is null`;
/** What is older waits for nobody: the welder has gone home. */
const WAITS_FOR_DAYS = 3;

const SHOWN = `
  select t.id, t.state, t.decision_id as "decisionId", t.region_code as "regionCode", t.asked_at as "askedAt", t.refused_at as "refusedAt",
    t.asked_by as "askedById", a.name as "askedBy", t.note, t.photo_id as "photoId", t.welder_id as "welderId", w.name as "welderName",
    m.id as "machineId", m.code as "machineCode", m.model as "machineModel", e.id as "enterpriseId", e.name as "enterpriseName",
    p.id as "permitId", p.number as "permitNumber", k.name as "takenBy", d.findings, power.at as "poweredAt"
  from help_tickets t join decisions d on d.id = t.decision_id join users a on a.id = t.asked_by
    left join users k on k.id = t.taken_by left join welders w on w.id = t.welder_id left join machines m on m.id = t.machine_id
    left join enterprises e on e.id = t.enterprise_id left join permits p on p.id = d.permit_id ${POWER}
  where t.id = any($1) order by t.id desc`;

/** Requests for help as people see them. Which ones is the caller's scope to say, what they look like the system's. */
@Injectable()
export class HelpViews {
  async visibleIds(tx: Tx, { waiting, cursor, limit }: ListQuery, at: Instant): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select t.id from help_tickets t ${POWER}
       where ($1::text is null or t.id < $1) and (not $2::boolean or (${WAITS} and t.asked_at > $3))
       order by t.id desc limit $4`,
      [cursor ?? null, waiting ?? false, new Date(at - WAITS_FOR_DAYS * DAY), limit + 1],
    );
    return rows.map(({ id }) => id);
  }

  load(tx: Tx, ids: readonly string[]): Promise<TicketRow[]> {
    return tx.query<TicketRow>(SHOWN, [ids]);
  }

  steps(tx: Tx, id: string): Promise<StepRow[]> {
    return tx.query<StepRow>(
      `select s.command, s.taken_at as at, u.name as by, s.note, s.finding_codes as "findingCodes", s.until
       from help_steps s join users u on u.id = s.taken_by where s.ticket_id = $1 order by s.id`,
      [id],
    );
  }

  /** Of what the caller sees: how many wait, and how long it takes from refusal to power. */
  async figures(tx: Tx, at: Instant): Promise<Figures> {
    const [row] = await tx.query<Figures>(
      `select count(*) filter (where ${WAITS} and t.asked_at > $2)::int as waiting, count(*)::int as asked, count(power.at)::int as powered,
         percentile_cont(0.5) within group (order by extract(epoch from power.at - t.refused_at)) as "medianSecondsToPower"
       from help_tickets t ${POWER} where t.asked_at > $1`,
      [new Date(at - 30 * DAY), new Date(at - WAITS_FOR_DAYS * DAY)],
    );
    return row!;
  }
}

interface ListQuery {
  readonly waiting?: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

interface Figures {
  readonly waiting: number;
  readonly asked: number;
  readonly powered: number;
  readonly medianSecondsToPower: number | null;
}
