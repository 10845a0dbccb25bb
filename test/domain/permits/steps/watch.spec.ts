import type { Permit, PermitState } from '../../../../src/domain/permits/permit';
import type { Person } from '../../../../src/domain/permits/snapshot';
import type { PermitChanges, WatchRecordKind } from '../../../../src/domain/permits/steps/step';
import { HOUR, MINUTE, type Instant } from '../../../../src/kernel/time';
import { inState, people, T0, type PersonName } from '../permit-facts';
import { GAS, OPEN } from './open-steps';
import { FREE, HERE, NOW, PHOTO, stopped, taken, writtenBy } from './take-step';

const kept = { recordId: 'R1', position: HERE, photo: PHOTO };
const record = (what: WatchRecordKind, userId: string) => ({
  kind: 'watch',
  id: 'R1',
  what,
  userId,
  position: HERE,
  photoId: 'F-photo',
});
/** An hour and five minutes ago the watcher was last seen; the safety officer was called. */
const MISSED = { watchOnAt: T0 - 65 * MINUTE, tappedAt: T0 - 65 * MINUTE, tapMissedAt: T0 - 5 * MINUTE };

describe('somebody takes the watch', () => {
  it.each<[string, 'fire-watch-on' | 'substitute-watch', PersonName, Partial<Permit>, Instant, WatchRecordKind]>([
    ['the watcher named', 'fire-watch-on', 'watcher', { watchOnAt: null }, NOW, 'on'],
    ['the watcher, once more', 'fire-watch-on', 'watcher', MISSED, MISSED.watchOnAt, 'on'],
    ['another, for somebody silent', 'substitute-watch', 'watcher2', MISSED, NOW, 'substitute'],
    ['another, for nobody', 'substitute-watch', 'safety', { fireWatchId: null, watchOnAt: null }, NOW, 'substitute'],
  ])('%s', (_, name, who, change, watchOnAt, what) => {
    const asked = inState('active', change);
    const watcher = (people[who] as Person & { userId: string }).userId;
    const step = taken(name, asked, who, { ...kept, watcher: FREE, metresFromPlace: 100 });
    const set = { fireWatchId: watcher, watcherId: watcher, watchOnAt, tappedAt: NOW, tapMissedAt: null };
    expect(writtenBy(step)).toStrictEqual({
      set,
      records: [record(what, watcher)],
      detail: { watcher, before: asked.fireWatchId, photo: PHOTO },
      follow: [],
    });
    expect(step.after).toEqual({ ...asked, ...set });
    expect(step.dueAt).toBe(NOW + HOUR);
  });

  it.each(['fire-watch-on', 'substitute-watch'] as const)('%s under an extension leaves the other permit', (name) => {
    const asked = inState('issued', { extendsId: 'P0' });
    const who = name === 'fire-watch-on' ? 'watcher' : 'watcher2';
    const step = taken(name, asked, who, { recordId: 'R1', position: null, photo: null });
    const watcher = people[who].userId;
    expect(step.records).toEqual([
      { ...record(name === 'fire-watch-on' ? 'on' : 'substitute', watcher), position: null, photoId: null },
      { kind: 'watch-moved', fromId: 'P0', watcherId: watcher },
    ]);
    expect(step.detail).toEqual({ watcher, before: 'U-watcher' });
  });

  it('who watches elsewhere is not free', () => {
    const { refusal } = stopped('fire-watch-on', inState('issued'), 'watcher', {
      ...kept,
      watcher: { ...FREE, watchesNumber: 'DH-7' },
    });
    expect(refusal.errors).toEqual([
      { path: 'fire-watch-on', code: 'permit.watcher-elsewhere', params: { number: 'DH-7' } },
    ]);
  });
});

describe('presence', () => {
  it('a tap: the next one is due an hour later, and none is missing', () => {
    const asked = inState('active', MISSED);
    const step = taken('watch-tap', asked, 'watcher', kept);
    const set = { tappedAt: NOW, tapMissedAt: null };
    expect(writtenBy(step)).toStrictEqual({ set, records: [record('tap', 'U-watcher')], detail: {}, follow: [] });
    expect(step).toMatchObject({ after: { ...asked, ...set }, dueAt: NOW + HOUR });
    const unseen = taken('watch-tap', asked, 'watcher', { recordId: 'R2', position: null, photo: null });
    expect(unseen.records).toMatchObject([{ id: 'R2', position: null, photoId: null }]);
  });

  const seen = { tappedAt: NOW, tapMissedAt: null };
  const steps = {
    measures: (asked: Permit, who: PersonName) => taken('measures', asked, who, OPEN.measures.input),
    'gas-test': (asked: Permit, who: PersonName) => taken('gas-test', asked, who, GAS),
    start: (asked: Permit, who: PersonName) => taken('start', asked, who, OPEN.start.input),
    resume: (asked: Permit, who: PersonName) => taken('resume', asked, who, OPEN.resume.input),
    suspend: (asked: Permit, who: PersonName) => taken('suspend', asked, who, OPEN.suspend.input),
    finish: (asked: Permit, who: PersonName) => taken('finish', asked, who, OPEN.finish.input),
  };
  const off = { watchOnAt: null };
  it.each<[keyof typeof steps, PermitState, Partial<Permit>, PersonName, PermitChanges]>([
    ['measures', 'active', MISSED, 'watcher', seen],
    ['measures', 'active', MISSED, 'safety', {}],
    ['measures', 'issued', off, 'watcher', {}],
    ['gas-test', 'active', MISSED, 'watcher', seen],
    ['gas-test', 'active', MISSED, 'platform', {}],
    ['gas-test', 'suspended', off, 'watcher', {}],
    ['start', 'issued', MISSED, 'watcher', { startedAt: NOW, ...seen }],
    ['start', 'issued', MISSED, 'applicant', { startedAt: NOW }],
    ['start', 'issued', MISSED, 'platform', { startedAt: NOW }],
  ])('%s of %s work shows who is on duty there', (name, state, change, who, set) => {
    expect(steps[name](inState(state, change), who).set).toStrictEqual(set);
  });

  it.each([
    ['resume', 'watcher', NOW],
    ['resume', 'applicant', MISSED.tappedAt],
    ['suspend', 'watcher', MISSED.tappedAt],
    ['finish', 'watcher', MISSED.tappedAt],
  ] as const)('after %s by the %s', (name, who, tappedAt) => {
    const state = name === 'resume' ? 'suspended' : 'active';
    expect(steps[name](inState(state, MISSED), who).after.tappedAt).toBe(tappedAt);
  });
});

describe('the watcher leaves', () => {
  const gone = { watcherId: null, watchOnAt: null, tapMissedAt: null };
  const stops = { ...gone, suspendedAt: NOW, suspendReason: 'watcher-gone' };
  it.each<[PermitState, PermitState, PermitChanges]>([
    ['issued', 'issued', gone],
    ['active', 'suspended', stops],
    ['suspended', 'suspended', gone],
  ])('%s work is %s then', (state, to, set) => {
    const asked = inState(state, MISSED);
    const step = taken('fire-watch-off', asked, 'watcher', { ...kept, reason: 'ill' });
    expect(writtenBy(step)).toStrictEqual({
      set,
      records: [record('off', 'U-watcher')],
      detail: { reason: 'ill' },
      follow: [],
    });
    expect(step).toMatchObject({ to, after: { ...asked, ...set, state: to }, dueAt: asked.plannedEnd });
  });

  it('without a reason none is told', () => {
    expect(taken('fire-watch-off', inState('active'), 'watcher', { ...kept, reason: undefined }).detail).toEqual({});
  });

  it('who never came cannot leave', () => {
    const { refusal } = stopped('fire-watch-off', inState('issued'), 'watcher', { ...kept, reason: undefined });
    expect(refusal).toMatchObject({ code: 'permit.command-not-open', extra: { reason: 'permit.watch-off' } });
  });
});
