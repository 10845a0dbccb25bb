import { Injectable } from '@nestjs/common';
import { authorize } from '../../../domain/authorization/authorize';
import type { Facts, PermitFacts, StoredFacts } from '../../../domain/authorization/facts';
import { isBlocking, type Finding } from '../../../domain/authorization/finding';
import type { FindingCode } from '../../../domain/authorization/finding-texts';
import type { Instant } from '../../../kernel/time';
import type { Call } from '../../../platform/auth/request';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { DecisionRow } from '../../../schema/jobs/decision.row';
import { AuthorizationFacts } from '../authorization-facts';
import type { Question } from '../question';

type Stored = 'id' | 'at' | 'allowed' | 'machineId' | 'welderId' | 'permitId' | 'regionCode' | 'enterpriseId';

export interface StoredDecision extends Readonly<Pick<DecisionRow, Stored>> {
  readonly areaId: string | null;
  readonly findings: readonly Finding[];
  readonly facts: StoredFacts;
}

/** An area stands only in decisions that no permit carries. */
const SQL = `
  select id, at, allowed, machine_id as "machineId", welder_id as "welderId", permit_id as "permitId",
    case when permit_id is null and not ('permit.missing' = any(finding_codes)) then facts #>> '{designatedArea,id}' end as "areaId",
    region_code as "regionCode", enterprise_id as "enterpriseId", findings, facts
  from decisions where id = $1`;

/** Decisions as they were taken, and what of them still holds. */
@Injectable()
export class StoredDecisions {
  constructor(private readonly facts: AuthorizationFacts) {}

  /** The transaction's scope decides who sees it. */
  async find(tx: Tx, id: string): Promise<StoredDecision | null> {
    return (await tx.query<StoredDecision>(SQL, [id]))[0] ?? null;
  }

  /**
   * What would block the same scan now: the register, the permit and the modes as they are, the person at the machine as
   * they were. Under the system's scope. A code that named nothing then is not looked up again.
   */
  async blocksNow(call: Call, decision: StoredDecision): Promise<FindingCode[]> {
    const { machineId, welderId, facts: then } = decision;
    if (machineId === null || welderId === null) return codesOf(decision.findings);
    const loaded = await this.facts.load(call, questionOf(machineId, welderId, decision));
    if (!loaded.ok) return codesOf(decision.findings);
    return codesOf(authorize(asStood(loaded.value, then, call.at - decision.at), call.at).findings);
  }
}

const codesOf = (findings: readonly Finding[]): FindingCode[] => [
  ...new Set(findings.filter(isBlocking).map(({ code }) => code)),
];

const questionOf = (
  machine: string,
  welder: string,
  { permitId, facts: { asked, position } }: StoredDecision,
): Question => ({
  purpose: asked.purpose,
  machine: { id: machine },
  welder: { id: welder },
  permitId: asked.permitId ?? permitId,
  outlet: asked.outlet,
  position: position?.source === 'phone' ? position : null,
  ...{ signboardCode: null, proofPhotoId: null, photoId: null },
  goesOn: asked.goesOn ?? false,
  replacesJobId: asked.replacesJobId,
});

/** Who asked, and what they showed; a photo is as fresh now as it was then. */
function asStood(now: Facts, then: StoredFacts, passed: number): Facts {
  const later = (taken: Instant | null | undefined): Instant | null => (taken == null ? null : taken + passed);
  const { asked } = then;
  const boards = new Map(then.permits.map(({ id, signboard }) => [id, signboard]));
  const shown = (permit: PermitFacts): PermitFacts => ({ ...permit, signboard: boards.get(permit.id) });
  return {
    ...now,
    asked: { ...asked, photoTakenAt: later(asked.photoTakenAt), proofPhotoTakenAt: later(asked.proofPhotoTakenAt) },
    caller: then.caller,
    permits: now.permits.map(shown),
  };
}
