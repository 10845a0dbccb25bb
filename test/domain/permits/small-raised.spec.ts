import { smallAgainRefusal } from '../../../src/domain/permits/small-again';
import { isWatched } from '../../../src/domain/permits/fire-watch';
import { placesAmong } from '../../../src/domain/permits/occupier';
import { openHours } from '../../../src/domain/permits/opening-hours';
import type { Permit } from '../../../src/domain/permits/permit';
import { permitLifeCycle, type PermitStep } from '../../../src/domain/permits/permit-life-cycle';
import { PermitRules } from '../../../src/domain/permits/permit-rules';
import { proposeLevel } from '../../../src/domain/permits/propose-level';
import { measuresFor } from '../../../src/domain/permits/measures';
import type { CommandInput, Person } from '../../../src/domain/permits/snapshot';
import type { PlaceProven } from '../../../src/domain/places/place-proof';
import { seededBook } from '../rules/seeded-book';
import { china, people, rulesOf, sign, snapshot, T0 } from './permit-facts';
import { smallJob } from './steps/open-steps';
import { NOW, stopped, taken } from './steps/take-step';

const RAISED = { regime: 'small', level: 'raised' } as const;
const rules = rulesOf(RAISED);
const noodleShop = (change: Partial<Permit> = {}): Permit =>
  smallJob({ ...RAISED, proposedLevel: 'raised', placeKinds: ['live-in-business'], ...change });
const visited = { siteVisits: [{ userId: people.grid.userId, round: 1, at: T0 }] };
const step = (asked: Permit, person: Person, what: PermitStep, input: CommandInput = {}): string => {
  const outcome = permitLifeCycle.step(snapshot(asked, person, { rules, input }), what);
  if (outcome.outcome === 'moved') return outcome.to;
  return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code).join() : outcome.outcome;
};

describe('D23 the level of a small job follows from the kinds of its place', () => {
  it.each<[string[], string]>([
    [[], 'one'],
    [['small-venue', 'height'], 'one'],
    [['small-venue', 'live-in-business'], 'raised'],
    [['mixed-use'], 'raised'],
    [['crowded'], 'raised'],
    [['public-assembly'], 'raised'],
    [['public-entertainment'], 'raised'],
    [['never-closes'], 'raised'],
  ])('%j → %s', (kinds, level) => {
    const small = rulesOf({ regime: 'small', level: '' });
    expect(proposeLevel(null, [], kinds, small)).toEqual({ level });
    expect(proposeLevel('raised', [], kinds, small)).toEqual({ level: 'raised' });
    expect('fault' in proposeLevel('one', [], kinds, small)).toBe(level === 'raised');
  });

  it('that of other regimes does not', () => {
    expect(proposeLevel(null, [], ['live-in-business'], rulesOf({ level: '' }))).toEqual({ level: 'ordinary' });
  });
});

describe('a raised small job is confirmed by its occupier and by a grid worker on the spot', () => {
  const agreed = noodleShop({ occupierConfirmedAt: T0 });
  it.each<[string, Permit, Person, string]>([
    ['after occupier and visit', { ...agreed, ...visited }, people.grid, 'issued'],
    ['without a visit', agreed, people.grid, 'permit.site-visit-missing'],
    ['before the occupier', noodleShop(visited), people.grid, 'permit.occupier-not-yet'],
    ['of the village around', { ...agreed, ...visited, regionCode: '411003100201' }, people.grid, 'issued'],
    ['of another county', { ...agreed, ...visited }, { ...people.grid, regionCode: '411002' }, 'permit.not-approver'],
    ['of a village beside', { ...agreed, ...visited }, { ...people.grid, regionCode: '411003100' }, 'permit.not-approver'],
    ['without a region', { ...agreed, ...visited }, { ...people.grid, regionCode: null }, 'permit.not-approver'],
    ['an enterprise’s officer', { ...agreed, ...visited }, people.safety, 'permit.not-approver'],
    ['a welder', { ...agreed, ...visited }, people.welder, 'permit.not-approver'],
  ])('%s', (_, asked, person, expected) => {
    expect(step(asked, person, 'approve')).toBe(expected);
  }); // prettier-ignore

  it('the signature of the grid worker puts it in force, with the rules of that day', () => {
    const { set, to } = taken('approve', { ...agreed, ...visited }, 'grid', { comment: null, signature: null });
    expect(to).toBe('issued');
    expect(set).toMatchObject({ issuedAt: NOW, approvedAt: NOW, ruleVersion: 'shipped', waitingSince: null });
  });

  it('waits for the grid worker once the occupier has agreed, and reminds them', () => {
    const input = { by: 'link', occupierWatches: true, sameOccupier: [] } as const;
    const { to, set, news, dueAt } = taken('occupier-confirmation', noodleShop(), 'occupier', input);
    expect(to).toBe('submitted');
    expect(set).toStrictEqual({ occupierConfirmedAt: NOW, waitingSince: NOW, reminders: 0 });
    expect(news.at(-1)).toMatchObject({ type: 'permit.declared', data: { waits: true } });
    expect(dueAt).toBe(NOW + 30 * 60_000);
  });

  it('a small job at an odd place needs no grid worker', () => {
    expect(step(smallJob({ signatures: [sign({ userId: 'X' })] }), people.occupier, 'occupier-confirmation')).toBe(
      'submitted',
    );
    const one = permitLifeCycle.step(snapshot(smallJob(), people.occupier), 'occupier-confirmation');
    expect(one).toMatchObject({ outcome: 'moved', to: 'issued' });
  });
});

describe('the occupier confirms a raised small job on the spot', () => {
  const shown = (proven: PlaceProven): CommandInput => ({
    occupierWatches: true,
    place: { proven, proofEnforced: true, outsideRefused: true, bindsSignboard: null, signboardPhotoId: null },
    ...(proven.outcome === 'outside' && { metresFromPlace: proven.metres }),
  });
  it.each<[string, PlaceProven, string, string]>([
    ['there', { outcome: 'inside', by: 'position' }, 'submitted', 'issued'],
    ['as near as phones measure', { outcome: 'doubtful', metres: 105 }, 'submitted', 'issued'],
    ['far away', { outcome: 'outside', metres: 500 }, 'permit.not-on-site', 'issued'],
    ['without a position', { outcome: 'unproven', because: 'no-position' }, 'permit.occupier-place-unproven', 'issued'],
    ['with an inexact one', { outcome: 'unproven', because: 'inexact' }, 'permit.occupier-place-unproven', 'issued'],
  ])('%s', (_, proven, raised, plain) => {
    expect(step(noodleShop(), people.occupier, 'occupier-confirmation', shown(proven))).toBe(raised);
    const small = snapshot(smallJob(), people.occupier, { input: shown(proven) });
    const one = permitLifeCycle.step(small, 'occupier-confirmation');
    expect(one).toMatchObject({ outcome: 'moved', to: plain });
  });
});

describe('somebody watches a raised small job, and says so', () => {
  it.each<[string, Partial<Permit>, boolean, string]>([
    ['the occupier stays', {}, true, 'submitted'],
    ['the occupier says nothing', {}, false, 'permit.occupier-must-watch'],
    ['a watcher is named', { fireWatchId: people.watcher.userId }, false, 'submitted'],
  ])('%s', (_, change, occupierWatches, expected) => {
    expect(step(noodleShop(change), people.occupier, 'occupier-confirmation', { occupierWatches })).toBe(expected);
  });

  it.each<[string, Partial<Permit>, boolean]>([
    ['the occupier who agreed', { occupierConfirmedAt: T0 }, true],
    ['a named watcher who has not come', { occupierConfirmedAt: T0, fireWatchId: 'U-watcher' }, false],
    ['a named watcher who came', { occupierConfirmedAt: T0, fireWatchId: 'U-watcher', watchOnAt: T0 }, true],
    ['nobody', {}, false],
  ])('%s', (_, change, expected) => {
    expect(isWatched(noodleShop(change), rules)).toBe(expected);
  });
});

describe('a raised small job and opening hours', () => {
  const seeded = new PermitRules(seededBook, { ...RAISED, regionCode: '411003' }, china('2026-11-24 15:00'));
  const done = (...codes: string[]) => codes.map((code) => ({ code, confirmed: true }));
  it.each<[string, string[], string[], string, boolean]>([
    ['a live-in shop by day', ['live-in-business'], [], '2026-11-24 15:00', true],
    ['the same at night', ['live-in-business'], [], '2026-11-24 22:00', false],
    ['one that never closes, without measures', ['mixed-use', 'never-closes'], [], '2026-11-24 15:00', true],
    ['with fire separation alone', ['mixed-use', 'never-closes'], ['fire-separated'], '2026-11-24 15:00', true],
    ['with all three', ['mixed-use', 'never-closes'], ['fire-separated', 'dedicated-watcher', 'head-agreed'], '2026-11-24 15:00', false],
    ['a cinema with all three', ['public-entertainment'], ['fire-separated', 'dedicated-watcher', 'head-agreed'], '2026-11-24 15:00', true],
  ])('%s', (_, placeKinds, codes, time, open) => {
    const at = china(time);
    expect(openHours({ placeKinds, measures: done(...codes) }, seeded.on(at), at).length > 0).toBe(open);
  }); // prettier-ignore

  it('the three measures are asked for where the place never closes', () => {
    const asked = (placeKinds: string[]) => measuresFor(rules.measures, { openAir: false, placeKinds }).map((m) => m.code);
    expect(asked(['mixed-use', 'never-closes'])).toEqual(
      expect.arrayContaining(['fire-separated', 'dedicated-watcher', 'head-agreed']),
    );
    expect(asked(['mixed-use'])).not.toEqual(expect.arrayContaining(['head-agreed']));
  }); // prettier-ignore
});

describe('ways around, closed: small again and again', () => {
  const small = rulesOf({ regime: 'small', level: 'one' });
  it.each([
    [0, null],
    [1, null],
    [2, 'permit.small-again'],
    [3, 'permit.small-again'],
  ])('%i before', (before, expected) => {
    expect(smallAgainRefusal({ regime: 'small' }, before, small.small)?.code ?? null).toBe(expected);
    expect(smallAgainRefusal({ regime: 'general' }, before, small.small)).toBeNull();
  });

  const metres = (n: number) => ({ lat: 34 + n / 111_195, lng: 113.8 });
  it.each<[number[], number]>([
    [[0], 1],
    [[0, 49], 1],
    [[0, 51], 2],
    [[0, 20, 100, 120, 200], 3],
  ])('positions %j are %i places', (at, places) => {
    expect(placesAmong(at.map(metres), 50)).toBe(places);
  });

  it('a phone that confirms at three places within a month is told to the grid worker, never refused', () => {
    const confirm = (...others: { lat: number; lng: number }[]) =>
      taken('occupier-confirmation', smallJob(metres(0)), 'occupier', {
        by: 'code',
        occupierWatches: true,
        sameOccupier: others,
      });
    expect(confirm(metres(300)).news.map(({ type }) => type)).not.toContain('permit.occupier-often');
    const third = confirm(metres(300), metres(600));
    expect(third.to).toBe('issued');
    expect(third.news.at(-1)).toMatchObject({
      type: 'permit.occupier-often',
      to: [{ kind: 'grid-workers', regionCode: '411003' }],
      data: { places: 3 },
    });
  });
});

describe('a place that never closes: its head signs on the spot', () => {
  const open = (code: string) => ({ code, confirmed: false });
  const asked = noodleShop({
    state: 'issued',
    issuedAt: T0,
    occupierConfirmedAt: T0,
    placeKinds: ['mixed-use', 'never-closes'],
    measures: ['combustibles-cleared', 'head-agreed'].map(open),
  });
  const drawn = { fileId: 'F1', sha256: 'x' };
  const ticks = (code: string) => ({ items: [{ code, confirmed: true }] });

  it('with a drawn signature, and not without one', () => {
    const refused = stopped('measures', asked, 'welder', { ...ticks('head-agreed'), signature: null });
    expect(refused.refusal).toMatchObject({ code: 'permit.measure-unsigned', errors: [{ path: 'signatureFileId' }] });
    expect(taken('measures', asked, 'welder', { ...ticks('head-agreed'), signature: drawn }).detail).toMatchObject({
      signature: drawn,
    });
  });

  it('other measures need none, nor does one that was signed before', () => {
    const step = taken('measures', asked, 'welder', { ...ticks('combustibles-cleared'), signature: null });
    expect(step.after.measures.map(({ confirmed }) => confirmed)).toEqual([true, false]);
    const signed = { ...asked, measures: [{ code: 'head-agreed', confirmed: true }] };
    expect(taken('measures', signed, 'welder', { ...ticks('head-agreed'), signature: null }).to).toBe('issued');
  });
});
