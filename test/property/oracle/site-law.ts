import { metresBetween } from './place-law';
import type { Circle, Permit, Site, SiteFacts, Trade, World } from './world';

/** Section 1, `Site`: "entered by the enterprise, **confirmed by an official; made looser only by an official**". */
interface Binding {
  readonly confirmed: boolean;
  readonly facts: SiteFacts;
  readonly away: boolean;
}

/** The strictest first, as far as the cases know trades. */
const STRICT: readonly Trade[] = ['chemical', 'construction', 'manufacturing', 'catering', 'repair'];

const stricter = (a: Trade, b: Trade): Trade => (STRICT.indexOf(a) <= STRICT.indexOf(b) ? a : b);

/** What an enterprise changes at a confirmed site counts as far as it is no looser; opening hours of its own wish never count. */
const tightened = (now: SiteFacts, to: Partial<SiteFacts>): SiteFacts => ({
  trade: stricter(now.trade, to.trade ?? now.trade),
  kinds: [...new Set([...now.kinds, ...(to.kinds ?? [])])],
  open: now.open,
});

const bindingOf = ({ entered, acts }: Site): Binding =>
  acts.reduce<Binding>(
    (now, act) => {
      if (act.kind === 'confirm') return { ...now, confirmed: now.confirmed || act.official };
      if (act.official || !now.confirmed)
        return { ...now, facts: { ...now.facts, ...act.to }, away: now.away || act.away === true };
      return { ...now, facts: tightened(now.facts, act.to) };
    },
    { confirmed: false, facts: entered, away: false },
  );

/** Section 5: "a place whose circle touches a confirmed site". */
const touches = (a: Circle, b: Circle): boolean => metresBetween(a, b) <= a.radiusM + b.radiusM;

export interface SitesThere {
  readonly hosts: readonly string[];
  readonly trades: readonly Trade[];
  readonly kinds: readonly string[];
  /** Hours that a site states for its kinds. */
  readonly open?: readonly [number, number];
}

/** A confirmed site binds everybody; what an enterprise says of its own place binds itself at once. */
export function sitesAt({ circle, enterpriseId }: Permit, { sites }: World): SitesThere {
  const there = sites
    .filter((site) => touches(circle, site.circle))
    .map((site) => {
      const binding = bindingOf(site);
      const onItsGround = metresBetween(circle, site.circle) <= site.circle.radiusM;
      // a neighbour whom only the edge of the circle reaches orders nothing there, unless its trade says which permit it is
      const orders = onItsGround || ['chemical', 'construction'].includes(binding.facts.trade);
      return { ...binding, host: site.enterpriseId, orders };
    })
    .filter(({ confirmed, away, host }) => (confirmed || host === enterpriseId) && !away);
  return {
    hosts: [...new Set(there.filter(({ confirmed, orders }) => confirmed && orders).map(({ host }) => host))],
    trades: there.map(({ facts }) => facts.trade),
    kinds: there.flatMap(({ facts }) => facts.kinds),
    open: there.find(({ facts }) => facts.kinds.length > 0)?.facts.open,
  };
}

/** The permit as the place makes it: "takes the strictest regime there, its kinds and hours cannot be unticked". */
export function asPlaced(permit: Permit, world: World): Permit {
  const { trades, kinds } = sitesAt(permit, world);
  return {
    ...permit,
    placeTrades: [...permit.placeTrades, ...trades],
    kinds: [...new Set([...permit.kinds, ...kinds])],
  };
}
