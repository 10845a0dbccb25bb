import type { Permit, PermitState } from '../../../../src/domain/permits/permit';
import type { PermitChanges } from '../../../../src/domain/permits/steps/step';
import { dueBy } from '../../../../src/domain/permits/what-time-brings';
import { HOUR, MINUTE, type Instant } from '../../../../src/kernel/time';
import { inState, rulesOf, T0, type PersonName } from '../permit-facts';
import { DRAWN, NOW, PHOTO, stopped, taken, writtenBy } from './take-step';

const MISSED = { watchOnAt: T0 - 65 * MINUTE, tappedAt: T0 - 65 * MINUTE, tapMissedAt: T0 - 5 * MINUTE };
const READY = { watchOnAt: T0 - MINUTE, tappedAt: T0 - MINUTE };

describe('work begins', () => {
  it.each<[string, Partial<Permit>, PersonName, unknown[]]>([
    ['by a person', {}, 'applicant', []],
    ['by its first job', {}, 'platform', []],
    ['of an extension, by a person', { extendsId: 'P0' }, 'applicant', [{ kind: 'pass-over', fromId: 'P0', toId: 'P1' }]], // prettier-ignore
    ['of an extension, by its first job: the clock takes the rest over', { extendsId: 'P0' }, 'platform', []],
  ])('%s', (_, change, who, follow) => {
    const asked = inState('issued', { ...READY, ...change });
    const step = taken('start', asked, who, { signature: DRAWN });
    expect(writtenBy(step)).toStrictEqual({
      set: { startedAt: NOW },
      records: [],
      detail: { signature: DRAWN },
      follow,
    });
    expect(step.after).toEqual({ ...asked, startedAt: NOW, state: 'active' });
    expect(step.dueAt).toBe(T0 + 59 * MINUTE);
    expect(taken('start', asked, who, { signature: null }).detail).toEqual({});
  });

  it.each([
    ['ten minutes early', T0 + 10 * MINUTE, null],
    ['one ms earlier', T0 + 10 * MINUTE + 1, 'permit.start-too-early'],
  ])('%s', (_, plannedStart, refusal) => {
    const asked = inState('issued', { ...READY, plannedStart });
    if (refusal === null)
      expect(taken('start', asked, 'applicant', { signature: null }, { at: T0 }).set).toEqual({ startedAt: T0 });
    else
      expect(
        stopped('start', asked, 'applicant', { signature: null }, { at: T0 }).refusal.extra?.reasons,
      ).toMatchObject([{ code: refusal }]);
  });
});

describe('work is stopped', () => {
  const stop = { suspendedAt: NOW, suspendReason: 'sparks fly' };
  it.each<[PersonName, boolean]>([
    ['welder', false],
    ['manager', false],
    ['regulator', true],
    ['regulatorElsewhere', false],
    ['admin', true],
  ])('by the %s; by the authority: %s', (who, byAuthority) => {
    const asked = inState('active', MISSED);
    const step = taken('suspend', asked, who, { reason: 'sparks fly' });
    const set = { ...stop, stoppedByAuthority: byAuthority };
    expect(writtenBy(step)).toStrictEqual({
      set,
      records: [],
      detail: { reason: 'sparks fly', byAuthority },
      follow: [],
    });
    expect(step).toMatchObject({ after: { ...asked, ...set, state: 'suspended' }, dueAt: asked.plannedEnd });
  });

  it.each<[string, PermitChanges]>([
    ['watcher-silent', { watcherId: null, watchOnAt: null, tapMissedAt: null }],
    ['gas-test-missed', {}],
  ])('by the platform: %s', (reason, gone) => {
    const asked = inState('active', MISSED);
    const step = taken('suspend', asked, 'platform', { reason });
    expect(writtenBy(step)).toStrictEqual({
      set: { suspendedAt: NOW, suspendReason: reason, ...gone },
      records: [],
      detail: { reason },
      follow: [],
    });
  });

  it('a person’s words never send the watcher away', () => {
    const { after } = taken('suspend', inState('active', MISSED), 'safety', { reason: 'watcher-silent' });
    expect(after).toMatchObject(MISSED);
  });
});

describe('work goes on', () => {
  const on = { suspendedAt: null, suspendReason: null, stoppedByAuthority: false, tapMissedAt: null };
  it.each<[PersonName, Partial<Permit>, PermitChanges]>([
    ['safety', MISSED, on],
    ['watcher', MISSED, { ...on, tappedAt: NOW }],
    ['regulator', { ...MISSED, stoppedByAuthority: true }, on],
  ])('by the %s', (who, change, set) => {
    const asked = inState('suspended', change);
    const step = taken('resume', asked, who, { note: 'all quiet' });
    expect(writtenBy(step)).toStrictEqual({ set, records: [], detail: { note: 'all quiet' }, follow: [] });
    expect(step.after).toMatchObject({ state: 'active', stoppedByAuthority: false, tapMissedAt: null });
    expect(taken('resume', asked, who, { note: null }).detail).toEqual({});
  });

  it('a tap that was missed before is forgotten, so that the next one calls again', () => {
    const { after, dueAt } = taken('resume', inState('suspended', MISSED), 'safety', { note: null });
    expect(dueAt).toBe(T0 - 5 * MINUTE);
    expect(dueBy(after, rulesOf(after), NOW).map(({ what }) => what)).toEqual(['tap-missed']);
  });
});

describe('work is finished: somebody stays and watches', () => {
  const end = T0 + 4 * HOUR;
  it.each<[string, Partial<Permit>, PersonName, Instant, number, PermitState]>([
    ['an ordinary place', {}, 'applicant', NOW, 30, 'active'],
    ['where many people are', { placeKinds: ['crowded'] }, 'applicant', NOW, 60, 'active'],
    ['stopped by the authority', { state: 'suspended', stoppedByAuthority: true }, 'safety', NOW, 30, 'suspended'],
    ['one ms before its end', {}, 'watcher', end - 1, 30, 'active'],
    ['at its end', {}, 'watcher', end, 30, 'expired'],
  ])('%s', (_, change, who, at, minutes, from) => {
    const asked = inState('active', { ...MISSED, ...change });
    const step = taken('finish', asked, who, { note: 'swept' }, { at });
    const watchUntil = at + minutes * MINUTE;
    const set = { finishedAt: at, watchUntil, stoppedByAuthority: false, tapMissedAt: null };
    expect(writtenBy(step)).toStrictEqual({
      set,
      records: [],
      detail: { note: 'swept', watchUntil: new Date(watchUntil).toISOString() },
      follow: [],
    });
    expect(step).toMatchObject({ from, to: 'fire_watch', after: { ...asked, ...set, state: 'fire_watch' } });
    expect(step.dueAt).toBeNull();
    const { watchUntil: until } = step.detail;
    expect(taken('finish', asked, who, { note: null }, { at }).detail).toEqual({ watchUntil: until });
  });
});

describe('closed: the watch is over', () => {
  it.each([
    ['with all of it', { note: 'cold', photo: PHOTO, signature: DRAWN }, 'cold', 'F-photo'],
    ['with nothing', { note: null, photo: null, signature: null }, null, null],
    ['with an empty note', { note: '', photo: null, signature: null }, null, null],
  ])('%s', (_, input, closeNote, closePhotoId) => {
    const asked = inState('fire_watch');
    const step = taken('close', asked, 'watcher', { ...input, residualFire: false });
    const { note: _note, ...files } = input;
    const given = Object.fromEntries(Object.entries(files).filter(([, file]) => file !== null));
    expect(step.set).toStrictEqual({ closedAt: NOW, closeNote, closePhotoId, watcherId: null });
    expect(step.detail).toEqual({ residualFire: false, ...given });
    expect(step).toMatchObject({ records: [], follow: [], dueAt: null, after: { state: 'closed', closedAt: NOW } });
  });

  it.each([
    ['one ms before', NOW + 1, false],
    ['at its end', NOW, true],
  ])('%s', (_, watchUntil, open) => {
    const input = { note: null, photo: null, signature: null };
    const asked = inState('fire_watch', { watchUntil });
    if (open) expect(taken('close', asked, 'watcher', input).to).toBe('closed');
    else expect(stopped('close', asked, 'watcher', input)).not.toHaveProperty('alarm');
  });
});

describe('past its end', () => {
  const idle = { waitingSince: null, watcherId: null, watchOnAt: null };
  it.each<[string, Permit, PermitChanges]>([
    ['nobody is waited for', inState('submitted'), idle],
    ['nobody is bound where nothing was begun', inState('issued', READY), idle],
    ['somebody still watches where work was begun', inState('active'), { waitingSince: null }],
    ['the same after a stop', inState('suspended'), { waitingSince: null }],
  ])('%s', (_, asked, set) => {
    const step = taken('expire', { ...asked, plannedEnd: NOW }, 'platform', {});
    expect(writtenBy(step)).toStrictEqual({ set, records: [], detail: {}, follow: [] });
    expect(step.after).toEqual({ ...asked, plannedEnd: NOW, ...set, state: 'expired' });
    expect(step.dueAt).toBeNull();
  });

  it('handed over: closed here, for it goes on under the extension', () => {
    const step = taken('hand-over', inState('active', { extended: true }), 'platform', { continuedBy: 'P2' });
    const set = { closedAt: NOW, watcherId: null };
    expect(writtenBy(step)).toStrictEqual({ set, records: [], detail: { continuedBy: 'P2' }, follow: [] });
    expect(step).toMatchObject({ to: 'closed', dueAt: null });
  });
});
