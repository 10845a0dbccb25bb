import { distanceM } from '../../kernel/geo';
import { MINUTE, type Instant } from '../../kernel/time';
import { openHours } from '../permits/opening-hours';
import { PermitRules } from '../permits/permit-rules';
import { toChineseMap } from '../places/chinese-map';
import {
  placeProven,
  usablePosition,
  type PlaceProof,
  type PlaceProven,
  type Site,
  type Unproven,
} from '../places/place-proof';
import type { SignboardReading } from '../places/signboard';
import type { AreaFacts, Facts } from './facts';
import { asVariant, blocking, warning, type Finding, type FindingParams } from './finding';
import { rulesFor } from './permit-rules';
import { practiceElsewhere } from './practice-rules';
import type { PermitRule } from './rule';

/**
 * The place of work is the permit's place, and somebody has to show that they stand there: by a position, or by the
 * signboard that hangs there. A chip without a fix never blocks. Work that goes on where it began is not asked again.
 */
export const insideSite: PermitRule = (permit, facts, at) => {
  if (facts.asked.goesOn) return [];
  const rules = rulesFor(permit, facts, at);
  const { lat, lng, chineseMap } = permit;
  const site = { lat, lng, chineseMap, radiusM: Math.max(permit.radiusM, rules.place.leastRadiusM) };
  return placeFindings(provenAt(site, permit.signboard, facts, rules, at), site, facts);
};

/** Rule `place.chip-apart-m`: the machine is not at this place if its chip has just measured another position. */
export const chipNear: PermitRule = (permit, facts, at) => chipFindings(facts, permit, rulesFor(permit, facts, at));

/** An area replaces a permit, so it must be certain that somebody is inside; null: it is not. */
export function areaFindings(area: AreaFacts, facts: Facts, at: Instant): Finding[] | null {
  const rules = areaRules(area, facts, at);
  const proven = provenAt(area, area.signboard, facts, rules, at);
  if (proven.outcome !== 'inside' && !facts.asked.goesOn) return null;
  return [
    ...[...placeFindings(proven, area, facts), ...chipFindings(facts, area, rules), ...areaOpen(area, rules, at)],
    ...practiceElsewhere(area.enterpriseId, facts, at),
  ];
}

/** Closed hours hold in a workshop too: nobody has confirmed measures that would let it be worked in while open. */
const areaOpen = ({ placeKinds = [] }: AreaFacts, rules: PermitRules, at: Instant): Finding[] =>
  openHours({ placeKinds, measures: [] }, rules, at).map(({ from, to }) =>
    blocking('place.closed-hours-only', { from, to }),
  );

/** What is missing where nothing but a proof of the place keeps an area from standing in for a permit. */
export function areaUnproven(area: AreaFacts, facts: Facts, at: Instant): Finding[] {
  const proven = provenAt(area, area.signboard, facts, areaRules(area, facts, at), at);
  return proven.outcome === 'unproven' ? placeFindings(proven, area, facts) : [];
}

/** Whether nothing but a signboard says that a job that may begin is where it should be. */
export function provenBySignboard(
  facts: Facts,
  { permitId, designatedAreaId }: { readonly permitId: string | null; readonly designatedAreaId: string | null },
  at: Instant,
): boolean {
  const permit = facts.permits.find(({ id }) => id === permitId);
  const area = designatedAreaId === null ? null : facts.designatedArea;
  const place = permit ?? area;
  if (!place) return false;
  const rules = permit ? rulesFor(permit, facts, at) : areaRules(place, facts, at);
  const proven = provenAt(place, place.signboard, facts, rules, at);
  return proven.outcome === 'inside' && proven.by === 'signboard';
}

const areaRules = ({ regionCode }: Pick<AreaFacts, 'regionCode'>, { rules }: Facts, at: Instant): PermitRules =>
  new PermitRules(rules, { regime: '', level: '', regionCode }, at);

function provenAt(
  site: Site,
  signboard: SignboardReading = 'none',
  { asked, position }: Facts,
  rules: PermitRules,
  at: Instant,
): PlaceProven {
  const taken = asked.proofPhotoTakenAt ?? null;
  const proof: PlaceProof = {
    // where a phone has no position the chip's may say that it is here, never that the signboard is elsewhere
    position: position?.source === 'chip' && signboard !== 'none' ? null : position,
    signboard,
    photoGiven: taken !== null && taken <= at && at - taken <= rules.place.proofPhotoFreshMinutes * MINUTE,
  };
  return placeProven(proof, site, rules.place);
}

function placeFindings(proven: PlaceProven, site: Site, { position }: Facts): Finding[] {
  const params = {
    distance: position ? Math.round(distanceM(position, site)) : 0,
    radius: site.radiusM,
    accuracy: Math.round(position?.accuracyM ?? 0),
  };
  switch (proven.outcome) {
    case 'inside':
      return proven.by === 'chinese-map' ? [asVariant('chinese-map', warning('place.outside-site', params))] : [];
    case 'doubtful':
      return [asVariant('doubtful', warning('place.outside-site', params))];
    case 'outside':
      return [blocking('place.outside-site', params)];
    case 'unproven':
      return [unproven(proven.because, params)];
  }
}

const unproven = (because: Unproven, params: FindingParams): Finding =>
  because === 'no-position'
    ? blocking('place.unproven', params)
    : asVariant(because, blocking('place.unproven', params));

function chipFindings({ chipPosition = null }: Facts, site: Omit<Site, 'radiusM'>, rules: PermitRules): Finding[] {
  const chip = usablePosition(chipPosition, rules.place);
  if (!chip) return [];
  const distance = Math.min(distanceM(chip, site), distanceM(toChineseMap(chip), site));
  return distance > rules.place.chipApartM
    ? [blocking('place.chip-elsewhere', { distance: Math.round(distance) })]
    : [];
}

/** No work while the public is let in: rules `place.closed-hours-only` and `place.open-hours-exception`. */
export const publicGone: PermitRule = (permit, facts, at) =>
  openHours(permit, rulesFor(permit, facts, at), at).map(({ from, to }) =>
    blocking('place.closed-hours-only', { from, to }),
  );
