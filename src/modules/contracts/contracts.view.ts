import { Injectable } from '@nestjs/common';
import { agreementOn, contractStateOn, type ContractDates } from '../../domain/contracts/contract';
import type { Tx } from '../../platform/database/unit-of-work';
import type { BothCountsView, ContractQuery, ContractView } from './contract.dto';

type Row = Omit<ContractView, 'state' | 'agreement'> & { readonly ended: boolean };

const SHOWN = `
  select c.id, c.kind, c.client_id as "clientId", p.name as "clientName", c.contractor_id as "contractorId", o.name as "contractorName",
    c.work, c.qualification, c.qualification_until as "qualificationUntil", c.starts_on as "startsOn", c.ends_on as "endsOn",
    c.agreement_signed_on as "agreementSignedOn", c.agreement_until as "agreementUntil", c.agreement_file_ids as "agreementFileIds",
    c.welder_ids as "welderIds", c.machine_ids as "machineIds",
    array(select w.name from welders w where w.id = any(c.welder_ids) order by w.id) as "welderNames",
    array(select concat_ws(' ', m.model, m.serial_number) from machines m where m.id = any(c.machine_ids) order by m.id) as "machineNames",
    c.end_reason as "endReason", c.ended_at is not null as ended
  from contracts c join enterprises p on p.id = c.client_id join enterprises o on o.id = c.contractor_id`;

/** As `contractStateOn` says it; `$1` is today. */
const STATE = `case when c.ended_at is not null or c.ends_on < $1::date then 'over' when c.starts_on > $1::date then 'coming' else 'running' end`;

/** Whose contracts a caller sees: row level security would hide the other enterprise's name, so the reach stands in each question. */
export interface ContractReach {
  readonly enterpriseId: string | null;
  readonly from: string;
  readonly to: string;
}

const REACHED = `(c.client_id = $2 or c.contractor_id = $2 or (c.client_region >= $3 and c.client_region < $4)
  or (c.contractor_region >= $3 and c.contractor_region < $4))`;

/** Contracts as people see them, under the system's scope. */
@Injectable()
export class ContractViews {
  async list(
    tx: Tx,
    today: string,
    { enterpriseId, from, to }: ContractReach,
    query: ContractQuery,
  ): Promise<ContractView[]> {
    const rows = await tx.query<Row>(
      `${SHOWN} where ${REACHED} and ($5::text is null or c.id < $5) and ($6::text is null or ${STATE} = $6)
         and ($7::text is null or $7 in (c.client_id, c.contractor_id))
       order by c.id desc limit $8`,
      [
        ...[today, enterpriseId, from, to, query.cursor ?? null, query.state ?? null, query.enterpriseId ?? null],
        query.limit + 1,
      ],
    );
    return rows.map((row) => shown(row, today));
  }

  async one(
    tx: Tx,
    today: string,
    { enterpriseId, from, to }: ContractReach,
    id: string,
  ): Promise<ContractView | null> {
    const [row] = await tx.query<Row>(`${SHOWN} where ${REACHED} and c.id = $5 and $1::date is not null`, [
      ...[today, enterpriseId, from, to, id],
    ]);
    return row ? shown(row, today) : null;
  }

  between(tx: Tx, clientId: string, contractorId: string): Promise<ContractDates[]> {
    return tx.query<ContractDates>(
      `select c.starts_on as "startsOn", c.ends_on as "endsOn", c.ended_at is not null as ended,
         c.agreement_until as "agreementUntil", c.qualification_until as "qualificationUntil"
       from contracts c where c.client_id = $1 and c.contractor_id = $2`,
      [clientId, contractorId],
    );
  }

  /** Each welder and machine once on either side, whatever the number of contracts that name it. */
  async counts(tx: Tx, today: string, enterpriseId: string): Promise<BothCountsView> {
    const [row] = await tx.query<BothCountsView>(
      `with running as (select * from contracts c where ${STATE} = 'running' and $2 in (c.client_id, c.contractor_id))
       select (select count(*)::int from welders w where w.enterprise_id = $2 and w.status = 'active' and w.same_person_as is null) as welders,
         (select count(*)::int from machines m where m.enterprise_id = $2 and m.status in ('in-service', 'repair')) as machines,
         (select count(distinct x)::int from running r, unnest(r.welder_ids) x where r.client_id = $2) as "contractedWelders",
         (select count(distinct x)::int from running r, unnest(r.machine_ids) x where r.client_id = $2) as "contractedMachines",
         (select count(distinct x)::int from running r, unnest(r.welder_ids) x where r.contractor_id = $2) as "sentWelders",
         (select count(distinct x)::int from running r, unnest(r.machine_ids) x where r.contractor_id = $2) as "sentMachines"`,
      [today, enterpriseId],
    );
    return row!;
  }
}

function shown({ ended, ...row }: Row, today: string): ContractView {
  const dates = { ...row, ended };
  return { ...row, state: contractStateOn(dates, today), agreement: agreementOn(dates, today) };
}
