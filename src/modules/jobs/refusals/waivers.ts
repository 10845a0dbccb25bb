import { Injectable } from '@nestjs/common';
import type { FindingCode } from '../../../domain/authorization/finding-texts';
import { isoTime, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call } from '../../../platform/auth/request';
import { Ids } from '../../../platform/time/ids';
import { WaiverRow } from '../../../schema/jobs/waiver.row';
import type { StoredDecision } from './stored-decisions';

export interface WaiverGiven {
  readonly codes: readonly FindingCode[];
  readonly until: Instant;
  readonly reason: string;
}

/** Lets findings of one refusal pass: for that welder with that machine at that place of work, and nothing else. */
@Injectable()
export class Waivers {
  constructor(
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** What may be let pass, and by whom, is the caller's to ask (`domain/help`). */
  async give({ tx, caller, at }: Call, decision: StoredDecision, { codes, until, reason }: WaiverGiven): Promise<void> {
    const { machineId, welderId, permitId, areaId, regionCode, enterpriseId } = decision;
    if (machineId === null || welderId === null) throw new Error('a waiver needs a known machine and welder');
    const work = { machineId, welderId, permitId, designatedAreaId: areaId, regionCode, enterpriseId };
    const rows = codes.map((code) => ({
      ...{ id: this.ids.next(at), code, ...work, reason },
      ...{ grantedBy: caller.userId, grantedAt: at, until },
    }));
    await tx.rows(WaiverRow).insert(rows);
    const after = { ...work, decisionId: decision.id, codes, until: isoTime(until), reason };
    this.journal.record(tx, caller, at, [
      { action: 'waiver.granted', entity: 'waiver', entityId: rows[0]!.id, regionCode, after },
    ]);
  }
}
