import { authorize } from '../../src/domain/authorization/authorize';
import type { Facts } from '../../src/domain/authorization/facts';
import { modesAt } from '../../src/domain/authorization/roll-out-modes';
import type { Certificate } from '../../src/domain/certificates/certificate';
import type { RuleBook } from '../../src/domain/rules/rule-book';
import { HOUR, SECOND, DAY, shanghaiMidnight, type Instant } from '../../src/kernel/time';
import * as county from './county';
import { iso, type DemoCounty } from './demo-context';

/** The one thing that was wrong with an attempt of the past; all else was as it should be. */
export type Flaw = 'certificate.missing' | 'certificate.expired' | 'certificate.unverified' | 'machine.inspection-overdue'; // prettier-ignore

export interface RefusedScan {
  readonly at: Instant;
  readonly username: string;
  readonly welder: number;
  readonly machine: number;
  readonly flaw: Flaw;
}

/** A refused attempt as the books keep it, decided by the law from its facts, so that it can be decided again. */
export function refusalRow(made: DemoCounty, book: RuleBook, id: string, scan: RefusedScan): Record<string, unknown> {
  const facts = factsOf(made, book, scan);
  const { rules: _, ...stored } = facts;
  const { allowed, findings, ruleVersion } = authorize(facts, scan.at);
  return {
    ...{ id, at: iso(scan.at), purpose: 'start', caller_id: made.userIds[scan.username], permit_id: null },
    ...{ machine_id: made.machineIds[scan.machine], welder_id: made.welderIds[scan.welder] },
    ...{ region_code: facts.machine?.regionCode, enterprise_id: facts.machine?.enterpriseId },
    ...{ allowed, finding_codes: findings.map(({ code }) => code), findings },
    ...{ facts: stored, rule_version: ruleVersion },
  };
}

/** At a fixed place of the machine's enterprise, with everything at hand but for the flaw. */
function factsOf(made: DemoCounty, rules: RuleBook, { at, username, welder, machine, flaw }: RefusedScan): Facts {
  const owner = county.ownerOf(machine);
  const enterpriseId = made.enterpriseIds[owner]!;
  const { regionCode } = county.enterprise(owner);
  const welderId = made.welderIds[welder]!;
  const place = county.siteOf(owner);
  const { process } = county.machineKind(machine);
  const overdue = flaw === 'machine.inspection-overdue';
  return {
    asked: { purpose: 'start', permitId: null, outlet: 1, replacesJobId: null, photoTakenAt: at - 20 * SECOND },
    caller: { userId: made.userIds[username]!, welderId, enterpriseId, roles: ['welder'] },
    machine: {
      ...{ id: made.machineIds[machine]!, process: process as 'MMA', control: 'cut', status: 'in-service' },
      ...{ automatic: false, outlets: 1, regionCode, enterpriseId, ownerWelderId: null },
      ...{ inspectionEndsAt: at + (overdue ? -9 : 90) * DAY, openJobs: [], lockUnansweredSince: null },
    },
    chip: { chipNo: made.machines[machine]?.chipNo ?? '', blocked: false, tamper: false, lastSeenAt: at - 5 * SECOND, boot: 1 }, // prettier-ignore
    welder: { id: welderId, status: 'active', enterpriseIds: [enterpriseId], trainingEndsAt: at + 60 * DAY, openJobs: [] }, // prettier-ignore
    certificates: flaw === 'certificate.missing' ? [] : [cardOf(welder, at, flaw)],
    permits: [],
    designatedArea: { id: `area-of-${enterpriseId}`, enterpriseId, regionCode, ...place, radiusM: 60, validTo: null },
    ...{ position: { ...place, accuracyM: 8, source: 'phone' }, modes: modesAt([]) },
    ...{ calendar: { dayKind: null, yearKnown: true }, daysAhead: {}, wind: null, rules },
  };
}

function cardOf(welder: number, at: Instant, flaw: Flaw): Certificate {
  const { from, to } = county.certificateDates(flaw === 'certificate.expired' ? 'expired' : 'valid', welder, at);
  return {
    ...{ id: `card-of-${welder}`, kind: 'special-operation', operations: ['fusion'] },
    status: flaw === 'certificate.unverified' ? 'unverified' : 'verified',
    ...{ validFrom: shanghaiMidnight(from), validTo: shanghaiMidnight(to) + 24 * HOUR },
    ...{ reviewDueAt: null, revokedAt: null },
  };
}
