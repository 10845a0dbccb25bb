import { CONFINED_AIR, type SiteSpec } from '../case';
import type { Trade } from '../oracle/world';
import { chemical, large, onPermit, row, set, small, type Way } from './way';

/** A site that an official confirmed as it was entered. */
const confirmed = (of: SiteSpec['of'], trade: Trade, more: Partial<SiteSpec> = {}): SiteSpec => ({
  of,
  facts: { trade, kinds: [] },
  confirmed: true,
  changes: [],
  ...more,
});

/** Which form a place asks for, and who stands against whom on a small one: D1, D2, D23. */
export const REGIME: readonly Way[] = [
  row(
    'D1 regime',
    'general in a chemical plant',
    (c) => chemical(c),
    set({ regime: 'general', yes: [], gases: [], gasTests: [] }),
  ),
  row('D1 regime', 'small in a chemical plant', chemical, (c) => ({
    ...c,
    regime: 'small',
    kinds: [],
    yes: [],
    gases: [],
    gasTests: [],
    watcher: 'occupier',
    starter: 'applicant',
    hours: 2,
  })),
  row(
    'D1 regime',
    'construction in a chemical plant',
    (c) => chemical(c) && c.phase === 'workday',
    set({ regime: 'construction', yes: [], gases: [], gasTests: [] }),
  ),
  row(
    'D1 site',
    'circle touches a building site',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.regime === 'small'),
    set({ site: confirmed('construction', 'construction') }),
  ),
  row(
    'D1 regime',
    'contractor files general at a chemical plant',
    (c) => large(c) && c.trade === 'manufacturing',
    set({ hostTrade: 'chemical' }),
    2,
  ),
  row('D1 regime', 'contractor files small at a chemical plant', (c) => small(c), set({ hostTrade: 'chemical' }), 2),
  row(
    'D1 site',
    'circle touches the site of a chemical plant',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.regime === 'small'),
    set({ site: confirmed('chemical', 'chemical') }),
  ),
  row(
    'D1 site',
    'a site of its own is a chemical plant',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.trade === 'catering'),
    set({ site: confirmed('own', 'chemical') }),
  ),
  row(
    'D1 site',
    'a site of its own is a building site',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.trade === 'catering'),
    set({ site: confirmed('own', 'construction') }),
  ),
  row(
    'D1 site',
    'its chemical site, which it has called a workshop since',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.trade === 'catering'),
    set({ site: confirmed('own', 'chemical', { changes: [{ by: 'manager', to: { trade: 'manufacturing' } }] }) }),
  ),
  row(
    'D1 site',
    'its chemical site, which it has moved away since',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.trade === 'catering'),
    set({ site: confirmed('own', 'chemical', { changes: [{ by: 'manager', to: {}, away: true }] }) }),
  ),
  row(
    'D1 site',
    'its chemical site, which an official has called a workshop since',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.trade === 'catering'),
    set({ site: confirmed('own', 'chemical', { changes: [{ by: 'regulator', to: { trade: 'manufacturing' } }] }) }),
  ),
  row(
    'D1 site',
    'a chemical site of its own that nobody confirmed',
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.trade === 'catering'),
    set({ site: { ...confirmed('own', 'chemical'), confirmed: false } }),
  ),
  row(
    'D1 site',
    'on the confirmed ground of its contractor',
    (c) => c.workers === 'contractor' && c.regime === 'general',
    set({ site: confirmed('repair', 'repair', { metres: 50 }) }),
    4,
  ),
  row(
    'D1 site',
    'on the confirmed ground of another firm',
    (c) => large(c) && c.trade === 'manufacturing' && c.workers === 'firm',
    set({ site: confirmed('catering', 'catering', { metres: 50 }) }),
  ),
  row(
    'D1 site',
    "another firm's chemical site that nobody confirmed",
    (c) => onPermit(c) && (c.trade === 'manufacturing' || c.trade === 'catering'),
    set({ site: { ...confirmed('chemical', 'chemical'), confirmed: false } }),
  ),
  row(
    'D11 site',
    'kinds of its site left out of the form, and their question denied',
    (c) => large(c) && c.kinds.length === 0 && c.phase === 'workday',
    (c) =>
      set({ denies: true, site: { ...confirmed('own', c.trade), facts: { trade: c.trade, kinds: ['crowded'] } } })(c),
  ),
  row(
    'D11 site',
    'kinds of its site left out of the form',
    (c) => large(c) && c.kinds.length === 0,
    (c) => set({ site: { ...confirmed('own', c.trade), facts: { trade: c.trade, kinds: ['crowded'] } } })(c),
  ),
  row(
    'D11 site',
    'opening hours of its site are over',
    (c) => large(c) && c.kinds.length === 0,
    (c) =>
      set({
        site: { ...confirmed('own', c.trade), facts: { trade: c.trade, kinds: ['crowded'], open: [19 * 60, 21 * 60] } },
      })(c),
  ),
  row(
    'D11 site',
    'opening hours of its site, which it has shortened since',
    (c) => large(c) && c.kinds.length === 0,
    (c) =>
      set({
        site: {
          ...confirmed('own', c.trade),
          facts: { trade: c.trade, kinds: ['crowded'], open: [60, 24 * 60 - 1] },
          changes: [{ by: 'manager', to: { open: [19 * 60, 21 * 60] } }],
        },
      })(c),
  ),
  row('S4 two people', "occupier's phone is the applicant's", small, set({ occupierPhone: 'applicant' })),
  row(
    'S4 two people',
    "occupier's phone is the welder's, who is of another firm",
    (c) => small(c) && c.applicant === 'applicant',
    set({ workers: 'contractor', occupierPhone: 'welder' }),
  ),
  row('S4 two people', "occupier's phone is the welder's", small, set({ occupierPhone: 'welder' })),
  row('D2 two people', "occupier's phone is a colleague's", small, set({ occupierPhone: 'colleague' })),
  row('D2 two people', "occupier's phone is the watcher's", small, set({ occupierPhone: 'colleague-watcher' })),
  row('D2 two people', 'occupier never confirms', small, set({ occupierConfirms: false })),
  row('D23 small place', 'small in a confined space', small, (c) => ({
    ...c,
    kinds: ['confined-space'],
    gases: ['methane'],
    gasTests: [{ age: 2, readings: CONFINED_AIR }],
  })),
  row('D23 small place', 'small under sandwich panel', small, set({ kinds: ['sandwich-panel'] }), 3),
  row('D2 small place', 'third small in a week', small, set({ smallBefore: 2 }), 2),
  row(
    'D2 small place',
    'third small in a week, pins moved by 85 m',
    (c) => small(c) && c.phase === 'rest-day',
    set({ smallBefore: 2, smallMovedM: 85 }),
    2,
  ),
  row('D2 small place', 'second small in a week', small, set({ smallBefore: 1 }), 1),
  row(
    'D23 raised',
    'live-in without grid worker',
    small,
    set({ kinds: ['live-in-business'], gridWorker: 'never', watcher: 'watcher', starter: 'the-watcher' }),
  ),
  row(
    'D23 raised',
    'crowded without grid worker',
    small,
    set({ kinds: ['crowded'], gridWorker: 'never', watcher: 'watcher', starter: 'the-watcher' }),
  ),
  row(
    'D23 raised',
    'live-in, the occupier watches',
    small,
    set({ kinds: ['live-in-business'], gridWorker: 'signs', watcher: 'occupier', starter: 'applicant' }),
  ),
  row(
    'D23 raised',
    'live-in, nobody watches',
    small,
    set({
      kinds: ['live-in-business'],
      gridWorker: 'signs',
      watcher: 'occupier',
      occupierWatches: false,
      starter: 'applicant',
    }),
  ),
  row(
    'D23 raised',
    'the grid worker comes before the occupier has confirmed',
    (c) => small(c) && c.gridWorker === 'signs',
    set({ gridWorker: 'first' }),
    4,
  ),
  row(
    'D23 raised',
    'the grid worker signs at the desk',
    (c) => small(c) && c.gridWorker === 'signs',
    set({ signFrom: 'none' }),
    4,
  ),
];
