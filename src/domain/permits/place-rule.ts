import { isWholeDay, type DayHours } from '../../kernel/day-hours';
import { distanceM } from '../../kernel/geo';
import { conflict, wrongField, type Refusal } from '../../kernel/refusal';
import type { Industry } from '../registry/industry';
import type { FixedArea, NearbySite, SiteFacts } from '../sites/site';
import { centreOf, circleIn, liesIn, touches, type Circle } from '../sites/site-area';
import type { Regime } from './permit';
import { atLeastAsStrict, regimeAtSite, regimesOf, tooLittleFor, type FixedRegime } from './regimes-of-trade';
import { regimeNames } from './words';

/** The planned place, who orders the work, and what is known of the place. */
export interface PlaceOfWork {
  readonly circle: Circle;
  /** Who orders the work; null: a self-employed welder's own job. */
  readonly enterpriseId: string | null;
  /** Enterprises of the named welders and machines. Their own entries of sites bind them, too. */
  readonly takingPart: readonly string[];
  /** The trades of the enterprise that orders and of the one that owns the place, if they are named. */
  readonly trades: readonly { readonly enterpriseId: string; readonly trade: Industry }[];
  readonly sites: readonly NearbySite[];
  /** Fixed hot-work areas that hold for the whole planned time. */
  readonly fixedAreas: readonly FixedArea[];
}

interface Host {
  readonly siteId: string;
  readonly siteName: string;
  readonly enterpriseId: string;
  readonly enterpriseName: string;
}

/** The rules of a place of work. Form, draft, submission, issue and start all ask here. */
export interface PlaceRule {
  /** What the form offers. */
  readonly regimes: readonly Regime[];
  /** The least that the sites here ask for; null: they ask for none. */
  readonly least: FixedRegime | null;
  /** The site that asks for it. */
  readonly because: Host | null;
  /** Trades of the parties. A party is left out if the place lies in its own fixed hot-work area. */
  readonly trades: readonly Industry[];
  /** Sites that bind, the strictest first. */
  readonly sites: readonly Host[];
  /** Kinds of the place that cannot be unticked. */
  readonly kinds: readonly string[];
  /** By kind, the hours in which the public is let in, where every site of that kind told them. */
  readonly hours: Readonly<Record<string, readonly DayHours[]>>;
  /** The enterprises that may ask for the permit; empty: any enterprise. One of them is enough. */
  readonly hosts: readonly Host[];
}

interface Binding extends Host {
  readonly facts: readonly SiteFacts[];
  readonly least: FixedRegime | null;
  readonly ownGround: boolean;
  readonly metres: number;
  readonly confirmed: boolean;
}

/** The regime follows from the place and its enterprise, not from the applicant's wish (domain.md, section 5). */
export function placeRule(work: PlaceOfWork): PlaceRule {
  const relieved = new Set(
    work.fixedAreas.filter((area) => circleIn(work.circle, area)).map(({ enterpriseId }) => enterpriseId),
  );
  const binding = work.sites
    .flatMap((site) => bindingOf(site, work, relieved))
    .sort((a, b) => strictness(a.least) - strictness(b.least) || Number(b.ownGround) - Number(a.ownGround) || a.metres - b.metres); // prettier-ignore
  const trades = work.trades.filter(({ enterpriseId }) => !relieved.has(enterpriseId)).map(({ trade }) => trade);
  const [strictest] = binding;
  const least = strictest?.least ?? null;
  return {
    regimes: offered(least, trades, work.enterpriseId),
    least,
    because: least && strictest ? hostOf(strictest) : null,
    trades,
    sites: binding.map(hostOf),
    kinds: [...new Set(binding.flatMap(({ facts }) => facts.flatMap(({ kinds }) => kinds)))],
    hours: hoursByKind(binding),
    hosts: hostsAmong(binding, least).map(hostOf),
  };
}

const hostOf = ({ siteId, siteName, enterpriseId, enterpriseName }: Host): Host => ({
  siteId,
  siteName,
  enterpriseId,
  enterpriseName,
});

const strictness = (least: FixedRegime | null): number => (least === 'chemical' ? 0 : least === 'construction' ? 1 : 2);

/** Nothing if the site does not reach the place, or if the site is unconfirmed and its enterprise takes no part. */
function bindingOf(site: NearbySite, work: PlaceOfWork, relieved: ReadonlySet<string>): Binding[] {
  const own = site.enterpriseId === work.enterpriseId || work.takingPart.includes(site.enterpriseId);
  const facts = [site.confirmed, own ? site.entered : null].flatMap((one) =>
    one && touches(work.circle, one.area) ? [one] : [],
  );
  if (facts.length === 0) return [];
  const regimes = facts.map(({ trade }) => regimeAtSite(trade));
  const strictest = regimes.includes('chemical') ? 'chemical' : (regimes.find((one) => one !== null) ?? null);
  return [
    {
      siteId: site.id,
      siteName: site.name,
      enterpriseId: site.enterpriseId,
      enterpriseName: site.enterpriseName,
      facts,
      least: relieved.has(site.enterpriseId) ? null : strictest,
      ownGround: facts.some(({ area }) => liesIn(work.circle, area)),
      metres: Math.min(...facts.map(({ area }) => distanceM(work.circle, centreOf(area)))),
      confirmed: site.confirmed !== null,
    },
  ];
}

function offered(least: FixedRegime | null, trades: readonly Industry[], enterpriseId: string | null): Regime[] {
  if (least !== null) return tooLittleFor(least, trades) ? ['chemical'] : [least];
  if (trades.length === 0) return enterpriseId === null ? ['small'] : ['general', 'small'];
  const known = trades.flatMap(regimesOf).filter((regime) => !tooLittleFor(regime, trades));
  return [...new Set(known)];
}

/**
 * If one site of a kind does not tell its opening hours, the hours of the rule hold. They also hold for a site that
 * never closes. Otherwise nobody could ever weld there, and the quiet hours are the safest time.
 */
function hoursByKind(binding: readonly Binding[]): Readonly<Record<string, readonly DayHours[]>> {
  const told = binding.filter(({ confirmed }) => confirmed).flatMap(({ facts }) => facts);
  const kinds = [...new Set(told.flatMap(({ kinds: some }) => some))];
  return Object.fromEntries(
    kinds.flatMap((kind) => {
      const hours = told
        .filter(({ kinds: some }) => some.includes(kind))
        .flatMap(({ openingHours }) => openingHours ?? 'not-told');
      const closing = hours.flatMap((one) => (one === 'not-told' || isWholeDay(one) ? [] : [one]));
      return closing.length < hours.length ? [] : [[kind, closing]];
    }),
  );
}

/**
 * The enterprises that may ask for the permit. If a site fixes the regime, they are those of the strictest sites that
 * the place reaches. Otherwise they are those of the sites that the point lies in. A neighbour that only the edge of
 * the circle reaches has no say.
 */
const hostsAmong = (binding: readonly Binding[], least: FixedRegime | null): Binding[] =>
  binding.filter((one) => one.confirmed && (least === null ? one.ownGround : one.least === least));

/** A permit that is less than the place asks for, or not its host's. */
export function placeRefusal(
  { regime, enterpriseId }: { readonly regime: Regime; readonly enterpriseId: string | null },
  rule: PlaceRule,
): Refusal | null {
  if (belowPlace(regime, rule) && rule.because) return belowSite(rule.because, rule.least);
  if (tooLittleFor(regime, rule.trades)) return wrongField('regime', 'permit.regime-below-trade');
  const [host] = rule.hosts;
  // a small job's second person is the occupier, who confirms by phone
  if (!host || regime === 'small' || rule.hosts.some((one) => one.enterpriseId === enterpriseId)) return null;
  return wrongHost(host);
}

const belowPlace = (regime: Regime, { least }: PlaceRule): boolean => !atLeastAsStrict(regime, least);

/**
 * A site that was confirmed after the submission asks for more than was signed: nobody releases or begins such work. Only
 * the regime is asked: what else was signed in good faith holds. Work that goes on is stopped by people, not by a drawing.
 */
export function outgrown({ regime }: { readonly regime: Regime }, rule: PlaceRule): Refusal | null {
  if (!rule.because || !rule.least || !belowPlace(regime, rule)) return null;
  return conflict('permit.place-now-stricter', regimeWords(rule.because, rule.least));
}

function belowSite(site: Host, least: PlaceRule['least']): Refusal {
  const { params, extra } = regimeWords(site, least ?? 'general');
  return { ...wrongField('regime', 'permit.regime-below-site', params), extra };
}

const regimeWords = (site: Host, regime: Regime) => ({
  params: {
    site: site.siteName,
    enterprise: site.enterpriseName,
    ...regimeNames(regime),
  },
  extra: { regime, site: { ...site } },
});

function wrongHost(host: Host): Refusal {
  const params = { site: host.siteName, enterprise: host.enterpriseName };
  return { ...wrongField('enterpriseId', 'permit.not-the-host', params), extra: { host: { ...host } } };
}

/** What a permit took over from the sites when it was filled in. */
export interface TakenFromSites {
  readonly placeKinds: readonly string[];
  readonly siteHours?: PlaceRule['hours'];
}

/** A site that was confirmed after the form was filled in: signers must see what it adds. */
export function changedSince(taken: TakenFromSites, rule: PlaceRule): Refusal | null {
  const kinds = rule.kinds.filter((kind) => !taken.placeKinds.includes(kind));
  const hours = Object.entries(rule.hours).filter(([kind, one]) => !sameHours(taken.siteHours?.[kind], one));
  const [site] = rule.sites;
  if (!site || (kinds.length === 0 && hours.length === 0)) return null;
  return conflict('permit.site-confirmed-since', {
    params: { site: site.siteName },
    extra: { kinds, site: { ...site } },
  });
}

const sameHours = (a: readonly DayHours[] | undefined, b: readonly DayHours[]): boolean =>
  a?.length === b.length && b.every(({ from, to }) => a.some((one) => one.from === from && one.to === to));
