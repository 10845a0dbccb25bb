import { openAllAlong, openHours } from '../../../src/domain/permits/opening-hours';
import { PermitRules } from '../../../src/domain/permits/permit-rules';
import { REGIMES } from '../../../src/domain/permits/permit';
import { seededBook } from '../rules/seeded-book';

const at = (date: string): number => Date.parse(`${date}+08:00`);
const shut = (placeKinds: string[], time: number, measures: { code: string; confirmed: boolean }[] = []): string[] =>
  openHours({ placeKinds, measures }, rulesOf('general', time), time).map(({ from, to }) => `${from}-${to}`);
const rulesOf = (regime: string, time: number): PermitRules =>
  new PermitRules(seededBook, { regime, level: '', regionCode: '411003' }, time);

describe('D11 no work while a public place is open (notice of four ministries, 2025-04-17)', () => {
  it.each(['crowded', 'small-venue', 'mixed-use', 'public-assembly'])('%s, to the millisecond', (kind) => {
    expect(shut([kind], at('2026-11-24T07:59:59.999'))).toEqual([]);
    expect(shut([kind], at('2026-11-24T08:00:00.000'))).toEqual(['08:00-22:00']);
    expect(shut([kind], at('2026-11-24T21:59:59.999'))).toEqual(['08:00-22:00']);
    expect(shut([kind], at('2026-11-24T22:00:00.000'))).toEqual([]);
  });

  it('holds in every regime', () => {
    const noon = at('2026-11-24T12:00');
    for (const regime of REGIMES)
      expect(openHours({ placeKinds: ['crowded'], measures: [] }, rulesOf(regime, noon), noon)).toHaveLength(1);
  });

  it('public entertainment keeps its longer hours, also before the notice', () => {
    expect(shut(['public-entertainment'], at('2026-11-24T01:59'))).toEqual(['08:00-02:00']);
    expect(shut(['public-entertainment'], at('2024-11-24T01:59'))).toEqual(['08:00-02:00']);
  });

  it('begins on the day of the notice', () => {
    expect(shut(['crowded'], at('2025-04-16T12:00'))).toEqual([]);
    expect(shut(['crowded'], at('2025-04-17T12:00'))).toEqual(['08:00-22:00']);
  });

  it('names the same hours once', () => {
    expect(shut(['small-venue', 'mixed-use'], at('2026-11-24T12:00'))).toEqual(['08:00-22:00']);
  });

  it('says nothing of other kinds', () =>
    expect(shut(['height', 'sandwich-panel'], at('2026-11-24T12:00'))).toEqual([]));

  it.each<[string, string[], { code: string; confirmed: boolean }[], number]>([
    ['confirmed', ['public-assembly'], [{ code: 'fire-separated', confirmed: true }], 0],
    ['not confirmed yet', ['public-assembly'], [{ code: 'fire-separated', confirmed: false }], 1],
    ['another measure confirmed', ['public-assembly'], [{ code: 'crowd-informed', confirmed: true }], 1],
    ['a crowded place as well', ['public-assembly', 'crowded'], [{ code: 'fire-separated', confirmed: true }], 1],
  ])('a place of public assembly with fire separation: %s', (_, kinds, measures, findings) => {
    expect(shut(kinds, at('2026-11-24T12:00'), measures)).toHaveLength(findings);
  });
});

describe('D11 a time that lies in the opening hours altogether', () => {
  const along = (kinds: string[], from: string, to: string, siteHours = {}): string[] =>
    openAllAlong({ placeKinds: kinds, openAir: false, siteHours }, rulesOf('general', at(from)), { from: at(from), to: at(to) }).map((one) => `${one.from}-${one.to}`); // prettier-ignore
  const crowded = { crowded: [{ from: '10:00', to: '20:00' }] };

  it.each<[string, string, string, string[], object, string[]]>([
    ['from opening to closing', '2026-11-24T08:00', '2026-11-24T22:00', ['crowded'], {}, ['08:00-22:00']],
    ['a millisecond after closing', '2026-11-24T08:00', '2026-11-24T22:00:00.001', ['crowded'], {}, []],
    ['a millisecond before opening', '2026-11-24T07:59:59.999', '2026-11-24T12:00', ['crowded'], {}, []],
    ['two kinds that follow on each other', '2026-11-24T21:00', '2026-11-25T01:30', ['crowded', 'public-entertainment'], {}, ['08:00-02:00']],
    ['the site’s own hours leave the morning', '2026-11-24T08:30', '2026-11-24T12:00', ['crowded'], crowded, []],
    ['the site’s own hours', '2026-11-24T10:00', '2026-11-24T20:00', ['crowded'], crowded, ['10:00-20:00']],
    ['places where people live and trade under one roof', '2026-11-24T10:00', '2026-11-24T12:00', ['live-in-business'], {}, ['08:00-22:00']],
    ['what measures can open is asked when work begins', '2026-11-24T10:00', '2026-11-24T12:00', ['public-assembly'], {}, []],
    ['no such kind', '2026-11-24T10:00', '2026-11-24T12:00', ['height'], {}, []],
  ])('%s', (_, from, to, kinds, siteHours, expected) => expect(along(kinds, from, to, siteHours)).toEqual(expected)); // prettier-ignore

  it('a small job may be done in a place that never closes, not in one that does', () => {
    const [from, to] = [at('2026-11-24T10:00'), at('2026-11-24T12:00')];
    const along = (...placeKinds: string[]) =>
      openAllAlong({ placeKinds, openAir: false }, rulesOf('small', from), { from, to });
    expect(along('small-venue')).toHaveLength(1);
    expect(along('small-venue', 'never-closes')).toEqual([]);
  });

  it('a confirmed site’s own hours hold instead of the rule’s', () => {
    const shutAt = (time: string) =>
      openHours({ placeKinds: ['crowded'], measures: [], siteHours: crowded }, rulesOf('general', at(time)), at(time));
    expect(shutAt('2026-11-24T09:59:59.999')).toEqual([]);
    expect(shutAt('2026-11-24T10:00')).toHaveLength(1);
    expect(shutAt('2026-11-24T20:00')).toEqual([]);
  });

  it('hours of a kind that does not close mean nothing', () =>
    expect(along(['height'], '2026-11-24T10:00', '2026-11-24T12:00', { height: [{ from: '00:00', to: '23:00' }] })).toEqual([])); // prettier-ignore
});
