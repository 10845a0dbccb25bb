import { Injectable } from '@nestjs/common';
import type { Decision } from '../../domain/authorization/authorize';
import type { Facts } from '../../domain/authorization/facts';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

/** A decision with what it saw, to be explained and replayed years later. Ids only, no personal data. */
export interface DecisionRecord {
  readonly id: string;
  readonly at: Instant;
  readonly facts: Facts;
  readonly decision: Decision;
}

/** Columns of `decisions`, in the order of `decisionValues`. */
export const DECISION_COLUMNS = `id, at, purpose, caller_id, machine_id, welder_id, permit_id, region_code, enterprise_id,
  allowed, finding_codes, findings, facts, rule_version`;

export const decisionValues = ({ id, at, facts, decision }: DecisionRecord): unknown[] => {
  const { rules: _, ...stored } = facts;
  return [
    id,
    new Date(at),
    facts.asked.purpose,
    facts.caller.userId,
    facts.machine?.id ?? null,
    facts.welder?.id ?? null,
    decision.permitId,
    regionOf(facts, decision),
    enterpriseOf(facts, decision),
    decision.allowed,
    decision.findings.map(({ code }) => code),
    JSON.stringify(decision.findings),
    JSON.stringify(stored),
    decision.ruleVersion,
  ];
};

/** Where the work is: at the permit's place, else at the area, else where the machine is registered. */
export const regionOf = (
  { permits, designatedArea, machine }: Facts,
  { permitId, designatedAreaId }: Decision,
): string =>
  permits.find(({ id }) => id === permitId)?.regionCode ??
  (designatedAreaId === null ? undefined : designatedArea?.regionCode) ??
  machine?.regionCode ??
  '';

/** Whose work it is: the permit's or area's enterprise, else the machine's, else the welder's. */
export const enterpriseOf = (
  { permits, designatedArea, machine, welder }: Facts,
  { permitId, designatedAreaId }: Decision,
): string | null =>
  permits.find(({ id }) => id === permitId)?.enterpriseId ??
  (designatedAreaId === null ? undefined : designatedArea?.enterpriseId) ??
  machine?.enterpriseId ??
  welder?.enterpriseIds[0] ??
  null;

const PLACES = Array.from({ length: 14 }, (_, i) => `$${i + 1}`).join(', ');

@Injectable()
export class DecisionStore {
  /** Saving again replaces: a decision that lost a race was never acted on. */
  save(tx: Tx, record: DecisionRecord): void {
    tx.send(
      `insert into decisions (${DECISION_COLUMNS}) values (${PLACES})
       on conflict (id) do update set allowed = excluded.allowed, finding_codes = excluded.finding_codes,
         findings = excluded.findings, facts = excluded.facts, permit_id = excluded.permit_id`,
      decisionValues(record),
    );
  }
}
