import { Injectable } from '@nestjs/common';
import { operationsByProcess } from '../../domain/certificates/covers-process';
import type { CodeVoided } from '../../domain/jobs/voided-code';
import type { Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import { RulesReader } from '../rules/rules.reader';
import type { OfflineCode } from './offline-code.store';

/** An order on the machine (`$1`), welder (`$2`) or permit (`$3`) that stands when the code is typed. */
const ORDERED = `
  select s.ordered_at as at, 'stop-order' as because from job_stop_orders s join jobs j on j.id = s.job_id
  where s.ordered_at > $4 and (j.machine_id = $1 or j.welder_id = $2 or j.permit_id = $3)
    and not (s.standing in ('lifted', 'lapsed') and coalesce(s.decided_at, s.due_at) <= $5)
    and not (s.standing = 'provisional' and s.due_at <= $5)`;

const PERMIT_OVER = `
  select h.at, case h.to_state when 'suspended' then 'permit-suspended' else 'permit-closed' end from permit_history h
  where h.permit_id = $3 and h.at > $4 and h.to_state in ('suspended', 'fire_watch', 'closed', 'cancelled')
    and not exists (select 1 from permit_history r
      where r.permit_id = h.permit_id and r.at > h.at and r.at <= $5 and r.to_state = 'active')`;

/** A fixed place that a site's confirmation closed ends sooner than it did when the code was given. */
const AREA_OVER = `select a.valid_to, 'permit-expired' from designated_areas a where a.id = $6 and a.closing_since > $4`;

const OUT = `
  select m.out_since, 'machine-out' from machines m
  where m.id = $1 and m.out_since > $4 and (m.back_since is null or m.back_since > $5)
  union all
  select w.out_since, 'welder-suspended' from welders w
  where w.id = $2 and w.out_since > $4 and (w.back_since is null or w.back_since > $5)`;

/** When the last card ended that covers the process: revoked, found forged or run out. One that nobody checked is none beside one that was revoked. */
const UNCERTIFIED = `
  select k.ends, k.because from (
    select least(c.revoked_at, c.runs_out) as ends,
      case when c.revoked_at < c.runs_out then 'certificate-revoked' else 'certificate-expired' end as because
    from (
      select c.status, case when c.status in ('revoked', 'forged') then c.revoked_at end as revoked_at,
        least(timezone('Asia/Shanghai', (c.valid_to + 1)::timestamp), case when c.status = 'unverified' then c.scan_until end) as runs_out,
        bool_or(c.status in ('revoked', 'forged')) over () as one_revoked
      from certificates c join machines m on m.id = $1
      where c.welder_id = $2 and $7::jsonb ->> m.process = any(c.operations)) c
    where not (c.status = 'unverified' and c.one_revoked)
    order by 1 desc limit 1) k
  where k.ends > $4`;

/**
 * The first that stands against a code of all that came after it was given (`$4`). What was lifted, lapsed, resumed or put
 * back into service before the code was typed (`$5`) stands no more.
 */
const VOIDED = `
  select ${epochMs('v.at')} as at, v.because
  from (${[ORDERED, PERMIT_OVER, AREA_OVER, OUT, UNCERTIFIED].map((one) => `(${one})`).join(' union all ')}) v
  order by v.at limit 1`;

/** What voided one-time codes while nobody could tell their chips. Under the system's scope. */
@Injectable()
export class VoidedCodes {
  constructor(private readonly rules: RulesReader) {}

  async find(tx: Tx, code: OfflineCode, typedAt: Instant): Promise<CodeVoided | null> {
    const { machineId, welderId, permitId, designatedAreaId, issuedAt } = code;
    const operations = JSON.stringify(operationsByProcess(this.rules.book(), typedAt));
    const params = [machineId, welderId, permitId, new Date(issuedAt), new Date(typedAt), designatedAreaId, operations];
    const [found] = await tx.prepared<CodeVoided>(VOIDED, params);
    return found ?? null;
  }
}
