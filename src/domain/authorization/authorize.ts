import { HOUR, type Instant } from '../../kernel/time';
import { kindUsual } from './certificate-rules';
import { chipHeardOf, chipUntouched } from './chip-rules';
import type { AreaFacts, Facts, PermitFacts, PracticeFacts } from './facts';
import { blocking, fewestBlocks, isBlocking, type Finding } from './finding';
import { gasTested } from './gas-test-rules';
import { holdsUntil, levelHighEnough } from './level-rules';
import { chipFitted, claimShown, inspectionInDate, machineInService, outletFree } from './machine-rules';
import {
  machineNamed,
  measuresConfirmed,
  originalNotStopped,
  permitInForce,
  permitInTime,
  placeAsksNoMore,
  watcherPresent,
  welderNamed,
} from './permit-rules';
import { areaFindings, areaUnproven, chipNear, insideSite, publicGone } from './place-rules';
import { inMode, type RollOutModes } from './roll-out-modes';
import { certificateHeld, practiceAtSchool, practiceBearing } from './practice-rules';
import type { PermitRule, Rule } from './rule';
import { notStopped, permitNotStopped } from './stop-rules';
import { endOf, noteOf, waived, waiversAt, type Waiver } from './waivers';
import { windCalm } from './weather-rules';
import { identityConfirmed, photoOfWelder, trainingInDate, welderFree, welderInOrder } from './welder-rules';

/** The answer to "may this welder strike an arc with this machine, here, now?". */
export interface Decision {
  readonly allowed: boolean;
  readonly findings: readonly Finding[];
  /** Names the rules it was taken by, so that it can be replayed. */
  readonly ruleVersion: string;
  /** The permit it was judged by: the best one, also when it is refused. */
  readonly permitId: string | null;
  /** The designated area that stands in for a permit. */
  readonly designatedAreaId: string | null;
  /** When work has to end at the latest; null without a permit or area. */
  readonly until: Instant | null;
}

const RULES: readonly Rule[] = [
  machineInService, chipFitted, claimShown, inspectionInDate, outletFree,
  chipUntouched, chipHeardOf,
  welderInOrder, welderFree, identityConfirmed, photoOfWelder, trainingInDate,
  certificateHeld, notStopped,
]; // prettier-ignore

const PERMIT_RULES: readonly PermitRule[] = [
  permitInForce, originalNotStopped, permitInTime, placeAsksNoMore, practiceAtSchool, welderNamed, machineNamed, kindUsual,
  levelHighEnough, gasTested, watcherPresent, measuresConfirmed,
  insideSite, chipNear, publicGone, windCalm, permitNotStopped,
]; // prettier-ignore

/** The permit or area that allows the work at its place, and the findings against it. */
interface Basis {
  readonly permit: PermitFacts | null;
  readonly areaId: string | null;
  readonly end: Instant | null;
  readonly findings: readonly Finding[];
  /** The same without what the duty desk let pass. */
  readonly strict: readonly Finding[];
}

/** Never stops at the first finding: people mend everything in one go. */
export function authorize(facts: Facts, at: Instant): Decision {
  const basis = basisOf(facts, at);
  const waivers = waiversAt(facts.waivers, { permitId: basis.permit?.id ?? null, areaId: basis.areaId }, at);
  const own = inModes(
    RULES.flatMap((rule) => rule(facts, at)),
    modesOf(basis, facts),
  );
  const passed = waivers.filter(({ code }) =>
    [...own, ...basis.strict].some((one) => one.code === code && isBlocking(one)),
  );
  const findings = [...own.map((one) => waived(one, waivers)), ...basis.findings, ...noteOf(passed)];
  return {
    allowed: !findings.some(isBlocking),
    findings,
    ruleVersion: facts.rules.version,
    permitId: basis.permit?.id ?? null,
    designatedAreaId: basis.areaId,
    until: sooner(untilOf(basis, facts, at), endsOf(passed, practiceBearing(facts, at))),
  };
}

/** A permit in order, else a designated area, else the permit that lacks least. */
function basisOf(facts: Facts, at: Instant): Basis {
  const best = fewestBlocks(facts.permits.map((permit) => underPermit(permit, facts, at)));
  if (best && !best.findings.some(isBlocking)) return best;
  return (facts.asked.permitId === null ? inArea(facts, at) : null) ?? best ?? noBasis(facts, at);
}

/** If an area would allow the work, a person who stands in it is told how to prove that. */
function noBasis(facts: Facts, at: Instant): Basis {
  const area = facts.asked.permitId === null ? areaAt(facts, at) : null;
  const unproven = area ? areaUnproven(area, facts, at) : [];
  return {
    permit: null,
    areaId: null,
    end: null,
    ...asFound([blocking('permit.missing'), ...inModes(unproven, area?.modes ?? facts.modes)]),
  };
}

/** How far the roll-out has come at the place that a decision was taken for. */
export const modesOfDecision = (
  { permitId, designatedAreaId: areaId }: Pick<Decision, 'permitId' | 'designatedAreaId'>,
  facts: Facts,
): RollOutModes => modesOf({ permit: facts.permits.find(({ id }) => id === permitId) ?? null, areaId }, facts);

function modesOf({ permit, areaId }: Pick<Basis, 'permit' | 'areaId'>, { designatedArea, modes }: Facts): RollOutModes {
  return permit?.modes ?? (areaId === null ? undefined : designatedArea?.modes) ?? modes;
}

/** A mode is the place's, not the machine's. */
const inModes = (findings: readonly Finding[], modes: RollOutModes): Finding[] =>
  findings.map((finding) => inMode(finding, modes));

const areaAt = ({ designatedArea: area }: Facts, at: Instant): AreaFacts | null =>
  area && (area.validTo === null || at < area.validTo) ? area : null;

function underPermit(permit: PermitFacts, facts: Facts, at: Instant): Basis {
  const strict = inModes(
    PERMIT_RULES.flatMap((rule) => rule(permit, facts, at)),
    permit.modes ?? facts.modes,
  );
  const waivers = waiversAt(facts.waivers, { permitId: permit.id, areaId: null }, at);
  return {
    permit,
    areaId: null,
    end: Math.min(permit.plannedEnd, holdsUntil(permit, facts, at)?.at ?? permit.plannedEnd),
    findings: strict.map((one) => waived(one, waivers)),
    strict,
  };
}

const asFound = (findings: readonly Finding[]): Pick<Basis, 'findings' | 'strict'> => ({ findings, strict: findings });

/** An area replaces a permit, so a position that may lie inside is not enough: it must have been measured there. */
function inArea(facts: Facts, at: Instant): Basis | null {
  const area = areaAt(facts, at);
  const findings = area && areaFindings(area, facts, at);
  return (
    findings && {
      permit: null,
      areaId: area.id,
      end: area.validTo,
      ...asFound(inModes(findings, area.modes ?? facts.modes)),
    }
  );
}

/** Rule `job.longest-hours`, or the end of the permit or area if that comes first. */
function untilOf({ permit, areaId, end }: Basis, { rules, machine }: Facts, at: Instant): Instant | null {
  if (!permit && areaId === null) return null;
  const regionCode = permit?.regionCode ?? machine?.regionCode;
  const longest = at + rules.value<number>('job.longest-hours', { regionCode }, at) * HOUR;
  return end === null ? longest : Math.min(end, longest);
}

/** Work that somebody let pass ends with their word, a pupil's with the instructor's session. */
const endsOf = (passed: readonly Waiver[], practice: PracticeFacts | null): Instant[] => [
  ...(passed.length === 0 ? [] : [endOf(passed)]),
  ...(practice ? [practice.endsAt] : []),
];

const sooner = (until: Instant | null, ends: readonly Instant[]): Instant | null =>
  until === null ? null : Math.min(until, ...ends);
