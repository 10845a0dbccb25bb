import { shownTime } from '../../kernel/shown-time';
import type { Instant } from '../../kernel/time';
import { someoneWatches } from '../permits/fire-watch';
import { openMeasures } from '../permits/measures';
import type { PermitState } from '../permits/permit';
import { PermitRules } from '../permits/permit-rules';
import { regimeNames } from '../permits/words';
import type { Facts, MachineFacts, PermitFacts } from './facts';
import { asVariant, blocking, type Finding } from './finding';
import type { PermitRule } from './rule';

/** The rules of permits as they hold now for this permit. */
export const rulesFor = ({ regime, level, regionCode }: PermitFacts, { rules }: Facts, at: Instant): PermitRules =>
  new PermitRules(rules, { regime, level, regionCode }, at);

/** What a state says about work under it; `null`: nothing against it. Expiry follows from time, whatever the state says. */
const OF_STATE: Readonly<Record<PermitState, ((permit: PermitFacts) => Finding) | null>> = {
  draft: () => blocking('permit.not-issued'),
  submitted: () => blocking('permit.not-issued'),
  returned: () => blocking('permit.not-issued'),
  rejected: () => blocking('permit.not-issued'),
  approved: () => blocking('permit.not-issued'),
  issued: null,
  active: null,
  suspended: () => blocking('permit.suspended'),
  fire_watch: () => blocking('permit.closed'),
  closed: () => blocking('permit.closed'),
  cancelled: () => blocking('permit.closed'),
  expired: ({ plannedEnd }) => blocking('permit.expired', { end: shownTime(plannedEnd) }),
};

export const permitInForce: PermitRule = (permit) => {
  const speaksAgainst = OF_STATE[permit.state];
  if (speaksAgainst) return [speaksAgainst(permit)];
  // a small job needs no starting signature: its first job activates it
  const notStarted = permit.state === 'issued' && permit.regime !== 'small';
  return notStarted ? [asVariant('not-started', blocking('permit.not-yet-valid'))] : [];
};

/** What the authority stopped does not go on under an extension that was asked for before. */
export const originalNotStopped: PermitRule = ({ state, originalStopped }) =>
  originalStopped === true && state !== 'suspended' ? [asVariant('original', blocking('permit.suspended'))] : [];

/** The first job of a small declaration is its start: a site confirmed since then refuses it as it does any other start. */
export const placeAsksNoMore: PermitRule = ({ placeNowAsks }) => {
  if (placeNowAsks === undefined) return [];
  return [blocking('permit.place-now-stricter', { ...regimeNames(placeNowAsks) })];
};

const OVER: readonly PermitState[] = ['expired', 'closed', 'cancelled', 'fire_watch'];

/** Half open: the first millisecond belongs to the period, the end does not. */
export const permitInTime: PermitRule = ({ state, plannedStart, plannedEnd }, _facts, at) => {
  if (OVER.includes(state)) return [];
  if (at < plannedStart) return [blocking('permit.not-yet-valid', { start: shownTime(plannedStart) })];
  return at < plannedEnd ? [] : [blocking('permit.expired', { end: shownTime(plannedEnd) })];
};

export const welderNamed: PermitRule = ({ welderIds }, { welder }) =>
  !welder || welderIds.includes(welder.id) ? [] : [blocking('permit.welder-not-named')];

export const machineNamed: PermitRule = (permit, { machine, welder }) => {
  if (!machine) return [];
  const named =
    permit.machineIds.length > 0
      ? permit.machineIds.includes(machine.id)
      : belongsToParty(machine, permit, welder?.enterpriseIds ?? []);
  return named ? [] : [blocking('permit.machine-not-named')];
};

/**
 * An empty machine list means any machine of the permit's parties: its enterprise and contractor, the named welders
 * themselves and, where no enterprise applied (small jobs), the shop its welder works for.
 */
function belongsToParty(machine: MachineFacts, permit: PermitFacts, employers: readonly string[]): boolean {
  const parties = permit.enterpriseId === null ? employers : [permit.enterpriseId, permit.contractorId];
  const byEnterprise = machine.enterpriseId !== null && parties.includes(machine.enterpriseId);
  return byEnterprise || (machine.ownerWelderId !== null && permit.welderIds.includes(machine.ownerWelderId));
}

export const watcherPresent: PermitRule = (permit, facts, at) =>
  someoneWatches(permit, rulesFor(permit, facts, at)) ? [] : [blocking('permit.fire-watch-absent')];

export const measuresConfirmed: PermitRule = (permit) => {
  const open = openMeasures(permit);
  return open === 0 ? [] : [blocking('permit.measures-unconfirmed', { open })];
};
