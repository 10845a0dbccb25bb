import { nextMove, whoseTurn, type PermitSeen } from '../../../src/simulator/permit-moves';

const T = Date.parse('2026-11-25T02:00:00Z');
const MIN = 60_000;
const HOUR = 60 * MIN;
const iso = (at: number): string => new Date(at).toISOString();

const PERMIT: PermitSeen = {
  id: 'p',
  state: 'draft',
  commands: [],
  plannedEnd: iso(T + 6 * HOUR),
  startedAt: null,
  suspendedAt: null,
  watchOnAt: null,
  nextTapAt: null,
  place: { lat: 34.1, lng: 113.8, kinds: [] },
  measures: [{ code: 'a', confirmed: false }],
  gases: [],
  gasTest: 'none',
  gasTests: [],
  awaited: [],
};
const move = (permit: Partial<PermitSeen>, at = T, workMs = 2 * HOUR): string | null =>
  nextMove({ ...PERMIT, ...permit }, workMs, at)?.command ?? null;

const ISSUED = { state: 'issued', commands: ['fire-watch-on', 'measures', 'gas-test', 'start'] };
const ACTIVE = {
  state: 'active',
  commands: ['finish', 'watch-tap', 'gas-test', 'suspend'],
  startedAt: iso(T),
  watchOnAt: iso(T),
};
const CHEMICAL = { gasTest: 'required', gases: ['methane'] };

describe('what an orderly person does next with a permit', () => {
  it.each([
    ['asks', { state: 'draft', commands: ['submit', 'cancel'] }, 'submit'],
    ['asks again when it came back', { state: 'returned', commands: ['submit'] }, 'submit'],
    ['signs', { state: 'submitted', commands: ['approve', 'return', 'reject'] }, 'approve'],
    [
      'goes to see the place first',
      { state: 'submitted', commands: ['site-visit'], awaited: [{ now: true, siteVisit: true }] },
      'site-visit',
    ],
    [
      'not before the turn has come',
      { state: 'submitted', commands: ['site-visit'], awaited: [{ now: false, siteVisit: true }] },
      null,
    ],
    ['issues', { state: 'approved', commands: ['issue', 'return'] }, 'issue'],
    ['signs on as watcher', ISSUED, 'fire-watch-on'],
    ['goes through the measures', { ...ISSUED, watchOnAt: iso(T) }, 'measures'],
    ['measures gas where it is asked for', { ...ISSUED, watchOnAt: iso(T), measures: [], ...CHEMICAL }, 'gas-test'],
    [
      'briefs whoever does the work, where the form asks for it',
      { ...ISSUED, commands: ['briefing', 'shift-check'], watchOnAt: iso(T), measures: [] },
      'briefing',
    ],
    [
      'signs that they were briefed',
      { ...ISSUED, commands: ['briefing-received'], watchOnAt: iso(T), measures: [] },
      'briefing-received',
    ],
    ['begins', { ...ISSUED, watchOnAt: iso(T), measures: [] }, 'start'],
    ['begins not before it may', { ...ISSUED, commands: ['measures'], watchOnAt: iso(T), measures: [] }, null],
    [
      'leaves what is stopped to whoever stopped it',
      { state: 'suspended', commands: ['resume', 'finish'], suspendedAt: iso(T) },
      null,
    ],
    ['stays for the watch', { state: 'fire_watch', commands: [] }, null],
    ['closes when it is over', { state: 'fire_watch', commands: ['close'] }, 'close'],
    ['has nothing to do with what is over', { state: 'closed', commands: ['copy'] }, null],
  ])('%s', (_, permit, expected) => {
    expect(move(permit)).toBe(expected);
  });

  it.each([
    ['taps long before the tap is due', { nextTapAt: iso(T + 40 * MIN) }, T, 'watch-tap'],
    ['but not all the time', { nextTapAt: iso(T + 40 * MIN + 1) }, T, null],
    ['works as long as there is work', {}, T + 2 * HOUR - 1, null],
    ['and then finishes', {}, T + 2 * HOUR, 'finish'],
    ['finishes before the permit ends', { plannedEnd: iso(T + HOUR) }, T + 40 * MIN, 'finish'],
    [
      'measures again before a test grows old',
      { ...CHEMICAL, gasTests: [{ sampledAt: iso(T - 9 * MIN) }] },
      T,
      'gas-test',
    ],
    ['and not sooner', { ...CHEMICAL, gasTests: [{ sampledAt: iso(T - 9 * MIN + 1) }] }, T, null],
  ])('while work goes on: %s', (_, permit, at, expected) => {
    expect(move({ ...ACTIVE, ...permit }, at)).toBe(expected);
  });

  it('gives up after half an hour what somebody else has stopped', () => {
    expect(move({ state: 'suspended', commands: ['finish'], suspendedAt: iso(T - 30 * MIN) })).toBe('finish');
  });

  it('measures oxygen, too, where people breathe in a closed space', () => {
    const confined = { ...PERMIT.place, kinds: ['confined-space'] };
    const found = nextMove(
      { ...PERMIT, ...ISSUED, watchOnAt: iso(T), measures: [], ...CHEMICAL, place: confined },
      HOUR,
      T,
    );
    expect(found?.body).toMatchObject({
      sampledAt: iso(T),
      readings: [{ gas: 'methane' }, { gas: 'oxygen', value: 20.8 }],
    });
  });

  it('measures all that burns where a test is asked for and no gas is named', () => {
    const seen = { ...PERMIT, ...ISSUED, watchOnAt: iso(T), measures: [], ...CHEMICAL, gases: [] };
    expect(nextMove(seen, HOUR, T)?.body).toMatchObject({ readings: [{ gas: 'combustible', value: 0.02 }] });
  });

  it('knows whose turn it is in every state', () => {
    expect(['draft', 'submitted', 'approved', 'issued', 'active', 'fire_watch', 'closed'].map(whoseTurn)).toEqual([
      'applicant', 'signer', 'signer', 'crew', 'watcher', 'watcher', null,
    ]); // prettier-ignore
  });
});
