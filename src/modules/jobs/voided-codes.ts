import { Injectable } from '@nestjs/common';
import type { CodeVoided } from '../../domain/jobs/voided-code';
import type { Instant } from '../../kernel/time';
import { epochMs } from '../../platform/database/epoch-ms';
import type { Tx } from '../../platform/database/unit-of-work';
import type { OfflineCode } from './offline-code.store';

/**
 * The first that stands against a code of all that came after it was given (`$4`): an order on its machine, welder or
 * permit, or the permit's own end. What was lifted, lapsed or resumed before the code was typed (`$5`) stands no more.
 */
const VOIDED = `
  select ${epochMs('v.at')} as at, v.because from (
    select s.ordered_at as at, 'stop-order' as because from job_stop_orders s join jobs j on j.id = s.job_id
    where s.ordered_at > $4 and (j.machine_id = $1 or j.welder_id = $2 or j.permit_id = $3)
      and not (s.standing in ('lifted', 'lapsed') and coalesce(s.decided_at, s.due_at) <= $5)
      and not (s.standing = 'provisional' and s.due_at <= $5)
    union all
    select h.at, case h.to_state when 'suspended' then 'permit-suspended' else 'permit-closed' end from permit_history h
    where h.permit_id = $3 and h.at > $4 and h.to_state in ('suspended', 'fire_watch', 'closed', 'cancelled')
      and not exists (select 1 from permit_history r
        where r.permit_id = h.permit_id and r.at > h.at and r.at <= $5 and r.to_state = 'active')
  ) v order by v.at limit 1`;

/** What voided one-time codes while nobody could tell their chips. Under the system's scope. */
@Injectable()
export class VoidedCodes {
  async find(tx: Tx, code: OfflineCode, typedAt: Instant): Promise<CodeVoided | null> {
    const { machineId, welderId, permitId, issuedAt } = code;
    const params = [machineId, welderId, permitId, new Date(issuedAt), new Date(typedAt)];
    const [found] = await tx.named<CodeVoided>('offline-code-voided', VOIDED, params);
    return found ?? null;
  }
}
