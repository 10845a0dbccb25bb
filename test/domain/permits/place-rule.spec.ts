import { REGIMES, type Regime } from '../../../src/domain/permits/permit';
import {
  changedSince,
  outgrown,
  placeRefusal,
  placeRule,
  type PlaceOfWork,
} from '../../../src/domain/permits/place-rule';
import type { Industry } from '../../../src/domain/registry/industry';
import type { FixedArea, NearbySite, SiteFacts } from '../../../src/domain/sites/site';

const AT = { lat: 34, lng: 113 };
const north = (metres: number): number => AT.lat + metres / 111_195;
const facts = (trade: Industry, change: Partial<SiteFacts> = {}): SiteFacts => ({
  trade,
  kinds: [],
  area: { circle: { ...AT, radiusM: 200 } },
  openingHours: null,
  ...change,
});
const site = (
  id: string,
  confirmed: SiteFacts | null,
  entered: SiteFacts | null = confirmed,
  of = `E-${id}`,
): NearbySite => ({
  id,
  name: `场所${id}`,
  enterpriseId: of,
  enterpriseName: `企业${id}`,
  confirmed,
  entered: entered ?? facts('other'),
});
const plant = site('plant', facts('chemical'));
const building = site('building', facts('construction'));
const shop = site('shop', facts('commerce', { kinds: ['crowded'] }));

const work = (change: Partial<PlaceOfWork> = {}): PlaceOfWork => ({
  circle: { ...AT, radiusM: 100 },
  enterpriseId: 'E1',
  trades: [{ enterpriseId: 'E1', trade: 'manufacturing' }],
  takingPart: [],
  sites: [],
  fixedAreas: [],
  ...change,
});
const of = (enterpriseId: string | null, trade: Industry = 'repair'): Partial<PlaceOfWork> => ({
  enterpriseId,
  trades: enterpriseId === null ? [] : [{ enterpriseId, trade }],
});
/** Which regimes a permit may have there, and what the others are told. */
const answers = (place: PlaceOfWork): Record<string, string> =>
  Object.fromEntries(
    REGIMES.map((regime) => [regime, placeRefusal({ regime, enterpriseId: place.enterpriseId }, placeRule(place))?.code ?? 'allowed']),
  ); // prettier-ignore
const allowed = (place: PlaceOfWork): string[] =>
  Object.entries(answers(place)).flatMap(([regime, answer]) => (answer === 'allowed' ? [regime] : []));

describe('D1 at a confirmed chemical site only the chemical permit holds, whoever works there', () => {
  it.each<[string, Partial<PlaceOfWork>]>([
    ['the plant itself', of('E-plant', 'chemical')],
    ['the plant, registered under another trade', of('E-plant', 'commerce')],
    ['a contractor for the plant', { ...of('E-plant', 'manufacturing') }],
  ])('%s', (_, who) => expect(allowed(work({ ...who, sites: [plant] }))).toEqual(['chemical']));

  it('a self-employed welder cannot declare a small job there', () => {
    expect(answers(work({ ...of(null), sites: [plant] })).small).toBe('permit.regime-below-site');
    expect(placeRule(work({ ...of(null), sites: [plant] })).regimes).toEqual(['chemical']);
  });

  it.each([
    ['touched at its edge', 299, 'permit.regime-below-site'],
    ['a metre further', 301, 'allowed'],
  ])('%s by the radius of the place', (_, metres, expected) => {
    const circle = { lat: north(metres), lng: AT.lng, radiusM: 100 };
    expect(answers(work({ circle, ...of(null), sites: [plant] })).small).toBe(expected);
  });

  it('a chemical enterprise without a site, or far from it, as before', () => {
    expect(answers(work(of('E1', 'chemical')))).toMatchObject({ small: 'permit.regime-below-trade', construction: 'permit.regime-below-trade', chemical: 'allowed' }); // prettier-ignore
  });

  it('a building site inside a plant: chemical, and the plant’s permit', () => {
    const place = work({ ...of('E-building', 'construction'), sites: [building, plant] });
    expect(placeRule(place)).toMatchObject({ least: 'chemical', regimes: ['chemical'], because: { siteId: 'plant' } });
    expect(answers(place)).toEqual({
      small: 'permit.regime-below-site', general: 'permit.regime-below-site', construction: 'permit.regime-below-site', chemical: 'permit.not-the-host',
    }); // prettier-ignore
  });

  it('the refusal names the site, its enterprise and the permit', () => {
    const rule = placeRule(work({ sites: [plant] }));
    expect(placeRefusal({ regime: 'general', enterpriseId: 'E1' }, rule)).toMatchObject({
      code: 'permit.regime-below-site',
      params: { site: '场所plant', enterprise: '企业plant', regimeZh: '危险化学品企业动火作业' },
      extra: { regime: 'chemical', site: { siteId: 'plant', enterpriseId: 'E-plant' } },
    });
  });
});

describe('D1 inside a fixed hot-work area of the plant (固定动火区)', () => {
  const area = (change: Partial<FixedArea> = {}): FixedArea => ({
    ...AT,
    enterpriseId: 'E-plant',
    radiusM: 150,
    ...change,
  });
  const atPlant = (fixedAreas: FixedArea[], radiusM = 100) =>
    work({ ...of('E-plant', 'chemical'), circle: { ...AT, radiusM }, sites: [plant], fixedAreas });

  it.each<[string, FixedArea[], number, boolean]>([
    ['altogether inside', [area()], 100, true],
    ['reaching out of it', [area()], 151, false],
    ['another enterprise’s area', [area({ enterpriseId: 'E2' })], 100, false],
    ['none', [], 100, false],
  ])('%s', (_, areas, radiusM, relieved) =>
    expect(allowed(atPlant(areas, radiusM)).includes('general')).toBe(relieved),
  );

  it('the site’s enterprise still orders the work', () => {
    const place = { ...atPlant([area()]), ...of('E2') };
    expect(answers(place).general).toBe('permit.not-the-host');
  });
});

describe('D1 at a confirmed building site', () => {
  it('neither general nor small', () => {
    expect(allowed(work({ ...of('E-building', 'construction'), sites: [building] }))).toEqual([
      'construction',
      'chemical',
    ]);
    expect(placeRule(work({ ...of('E-building', 'construction'), sites: [building] })).regimes).toEqual([
      'construction',
    ]);
  });
  it('of a chemical enterprise: chemical', () =>
    expect(placeRule(work({ ...of('E-building', 'chemical'), sites: [building] })).regimes).toEqual(['chemical']));
});

describe('D1 only what an official confirmed binds others', () => {
  const drawn = site('drawn', null, facts('chemical', { kinds: ['crowded'] }));
  it('a competitor’s drawing', () => {
    const place = work({ ...of('E1'), sites: [drawn] });
    expect(allowed(place)).toContain('small');
    expect(placeRule(place)).toMatchObject({ kinds: [], sites: [], hosts: [] });
  });
  it('one’s own binds oneself', () => {
    const place = work({ ...of('E-drawn', 'commerce'), sites: [drawn] });
    expect(allowed(place)).toEqual(['chemical']);
    expect(placeRule(place).kinds).toEqual(['crowded']);
  });
  it('one’s own, drawn weaker than one is', () =>
    expect(allowed(work({ ...of('E-drawn', 'chemical'), sites: [site('drawn', null, facts('commerce'))] }))).toEqual([
      'chemical',
    ]));
  it('what its enterprise added since binds that enterprise alone', () => {
    const grown = site(
      'shop',
      facts('commerce', { kinds: ['crowded'] }),
      facts('chemical', { kinds: ['crowded', 'height'] }),
    );
    expect(placeRule(work({ sites: [grown] }))).toMatchObject({ kinds: ['crowded'], least: null });
    expect(placeRule(work({ ...of('E-shop'), sites: [grown] }))).toMatchObject({
      kinds: ['crowded', 'height'],
      least: 'chemical',
    });
  });
});

describe('D1 whose permit it is', () => {
  it.each<[string, Regime, string | null, NearbySite[], string]>([
    ['a contractor in its own name', 'general', 'E1', [shop], 'permit.not-the-host'],
    ['the host', 'general', 'E-shop', [shop], 'allowed'],
    ['a small job: the occupier confirms', 'small', null, [shop], 'allowed'],
    ['a contractor at a plant', 'chemical', 'E1', [plant], 'permit.not-the-host'],
    ['one of two hosts', 'general', 'E-shop', [site('mall', facts('commerce')), shop], 'allowed'],
  ])('%s', (_, regime, enterpriseId, sites, expected) =>
    expect(answers(work({ ...of(enterpriseId), sites }))[regime]).toBe(expected),
  );

  it('a neighbour whom only the circle’s edge reaches orders nothing', () => {
    const circle = { lat: north(250), lng: AT.lng, radiusM: 100 };
    const place = work({ circle, sites: [shop] });
    expect(answers(place).general).toBe('allowed');
    expect(placeRule(place).kinds).toEqual(['crowded']);
  });
  it('names whom to choose', () => {
    expect(placeRefusal({ regime: 'general', enterpriseId: 'E1' }, placeRule(work({ sites: [shop] })))).toMatchObject({
      code: 'permit.not-the-host', params: { enterprise: '企业shop' }, extra: { host: { enterpriseId: 'E-shop' } },
    }); // prettier-ignore
  });
});

describe('D11 opening hours as the confirmed site tells them', () => {
  const open = (from: string, to: string) => ({ from, to });
  const hoursOf = (...sites: NearbySite[]) => placeRule(work({ sites })).hours;
  const told = (id: string, openingHours: SiteFacts['openingHours']) =>
    site(id, facts('commerce', { kinds: ['crowded'], openingHours }));

  it('told', () => expect(hoursOf(told('a', open('10:00', '20:00')))).toEqual({ crowded: [open('10:00', '20:00')] }));
  it('by two', () =>
    expect(hoursOf(told('a', open('10:00', '20:00')), told('b', open('06:00', '09:00'))).crowded).toHaveLength(2));
  it('not told: the rule’s', () => expect(hoursOf(told('a', null))).toEqual({}));
  it('told by one of two: the rule’s', () =>
    expect(hoursOf(told('a', open('10:00', '20:00')), told('b', null))).toEqual({}));
  it('never closed: the rule’s, for there are no other quiet hours', () =>
    expect(hoursOf(told('a', open('00:00', '24:00')))).toEqual({}));
  it('not confirmed', () =>
    expect(placeRule(work({ ...of('E-a'), sites: [site('a', null, facts('commerce', { kinds: ['crowded'], openingHours: open('10:00', '10:01') }))] })).hours).toEqual({})); // prettier-ignore
});

describe('D1 a site that was confirmed after the form was filled in', () => {
  const rule = placeRule(work({ sites: [shop] }));
  it('brings a kind that nobody saw', () =>
    expect(changedSince({ placeKinds: [] }, rule)).toMatchObject({ code: 'permit.site-confirmed-since', extra: { kinds: ['crowded'] } })); // prettier-ignore
  it('brings nothing new', () => expect(changedSince({ placeKinds: ['crowded', 'height'] }, rule)).toBeNull());
  it('brings other hours', () => {
    const hours = { from: '10:00', to: '20:00' };
    const later = placeRule(
      work({ sites: [site('shop', facts('commerce', { kinds: ['crowded'], openingHours: hours }))] }),
    );
    expect(changedSince({ placeKinds: ['crowded'] }, later)?.code).toBe('permit.site-confirmed-since');
    expect(changedSince({ placeKinds: ['crowded'], siteHours: { crowded: [hours] } }, later)).toBeNull();
  });
  it('after the submission only a stricter regime stops issue and start', () => {
    expect(outgrown({ regime: 'general' }, rule)).toBeNull();
    expect(outgrown({ regime: 'general' }, placeRule(work({ sites: [plant] })))?.code).toBe(
      'permit.place-now-stricter',
    );
    expect(outgrown({ regime: 'chemical' }, placeRule(work({ sites: [plant] })))).toBeNull();
  });
});

it('a form never offers what is then refused', () => {
  for (const sites of [[], [plant], [building], [shop], [plant, building]])
    for (const trade of ['chemical', 'construction', 'manufacturing', 'commerce'] as const) {
      const place = work({ ...of('E1', trade), sites: sites.map((one) => ({ ...one, enterpriseId: 'E1' })) });
      for (const regime of placeRule(place).regimes)
        expect([trade, regime, answers(place)[regime]]).toEqual([trade, regime, 'allowed']);
    }
});
