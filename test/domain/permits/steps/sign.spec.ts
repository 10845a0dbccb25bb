import type { Permit, PermitState } from '../../../../src/domain/permits/permit';
import type { ChainEntry } from '../../../../src/domain/permits/permit-rule-values';
import type { User } from '../../../../src/domain/permits/snapshot';
import type { Original, PermitChanges } from '../../../../src/domain/permits/steps/step';
import { HOUR, MINUTE } from '../../../../src/kernel/time';
import { inState, people, permit, rulesWith, sign, T0, type PersonName } from '../permit-facts';
import { approvedFromAfar, OPEN, smallJob } from './open-steps';
import { DRAWN, HERE, NOW, PHOTO, taken, writtenBy } from './take-step';

const signed = { comment: null, signature: null };

/** The approval of a second-level building site: one engineer, then two side by side. */
const SITE = {
  regime: 'construction',
  level: 'second',
  waitingSince: T0 - 20 * MINUTE,
  reminders: 1,
  siteVisits: [{ userId: people.safety.userId, round: 1, at: T0 - MINUTE }],
} as const satisfies Partial<Permit>;
const ENGINEER = sign({ userId: people.manager.userId, step: 0, role: 'enterprise-manager', covers: [0] });
const HEAD = sign({ userId: people.head.userId, step: 1, role: 'enterprise-head', covers: [2] });

describe('an approval restarts the patience of those who are next', () => {
  const anew = { waitingSince: NOW, reminders: 0 };
  const done = { ...anew, approvedAt: NOW };
  it.each<[string, Partial<Permit>, PersonName, PermitState, PermitChanges]>([
    ['the first of two steps', SITE, 'manager', 'submitted', anew],
    ['one of two side by side', { ...SITE, signatures: [ENGINEER] }, 'head', 'submitted', {}],
    ['the other one first', { ...SITE, signatures: [ENGINEER] }, 'safety', 'submitted', {}],
    ['the last of two side by side', { ...SITE, signatures: [ENGINEER, HEAD] }, 'safety', 'approved', done],
    ['two side by side at the beginning', { ...SITE, level: 'third' }, 'manager', 'submitted', {}],
    ['the only one who signs from afar', { urgent: true }, 'head', 'approved', done],
  ])('%s', (_, change, who, to, set) => {
    const step = taken('approve', permit(change), who, signed);
    expect(step.to).toBe(to);
    expect(step.set).toStrictEqual(set);
    expect(step.follow).toEqual([]);
  });

  it('who still waits for another of the same step keeps the time and the reminders so far', () => {
    const { after, dueAt } = taken('approve', permit({ ...SITE, signatures: [ENGINEER] }), 'head', signed);
    expect(after).toMatchObject({ waitingSince: T0 - 20 * MINUTE, reminders: 1 });
    expect(dueAt).toBe(T0 + 40 * MINUTE);
    expect(taken('approve', permit(SITE), 'manager', signed).dueAt).toBe(NOW + 30 * MINUTE);
  });

  it('one signature for two duties of a step waits for nobody of that step', () => {
    const entry = { of: 'enterprise', quorum: 'all', titleZh: '', titleEn: '' } as const;
    const chain: ChainEntry[] = [
      { ...entry, step: 0, roles: ['enterprise-manager', 'safety-officer'] },
      { ...entry, step: 1, roles: ['enterprise-head'] },
    ];
    const both: User = { ...people.manager, roles: ['enterprise-manager', 'safety-officer'] };
    const rules = rulesWith({ 'permit.approval-chain': chain, 'permit.nobody-signs-twice': false });
    const step = taken('approve', permit(), both, signed, { rules });
    expect(step.set).toStrictEqual(anew);
    expect(step.detail).toEqual({ step: 0, role: 'enterprise-manager', covers: [0, 1] });
  });
});

describe('what a signature leaves behind', () => {
  const away = { userId: 'U-away', roles: ['safety-officer'], enterpriseId: 'E1', regionCode: null };
  const deputy: User = { ...people.manager, standsInFor: [away] };

  it('in another’s name, with a comment and a drawn signature', () => {
    const again = permit({ round: 2, signatures: [sign({ userId: people.safety.userId })] });
    const step = taken('approve', again, deputy, { comment: 'seen', signature: DRAWN });
    const signature = { round: 2, userId: 'U-manager' };
    expect(step.records).toEqual([
      {
        kind: 'signature',
        ...signature,
        signing: {
          place: expect.objectContaining({ number: 0, step: 0, titleEn: 'Safety officer' }) as unknown,
          role: 'safety-officer',
          onBehalfOf: 'U-away',
          covers: [0],
        },
        comment: 'seen',
        signatureFileId: 'F-drawn',
      },
    ]);
    expect(step.detail).toEqual({ step: 0, role: 'safety-officer', covers: [0], onBehalfOf: 'U-away', signature: DRAWN }); // prettier-ignore
    const written = { ...signature, step: 0, role: 'safety-officer', onBehalfOf: 'U-away', covers: [0], signedAt: NOW };
    expect(step.after).toEqual({
      ...again,
      waitingSince: NOW,
      reminders: 0,
      signatures: [...again.signatures, written],
    });
  });

  it('in one’s own name, with nothing', () => {
    const { detail, records } = taken('approve', permit(), 'safety', signed);
    expect(records).toMatchObject([{ comment: null, signatureFileId: null, signing: { onBehalfOf: null } }]);
    expect(Object.keys(detail)).toEqual(['step', 'role', 'covers']);
  });

  it('a countersignature moves no state and no clock; the last one ends the deadline', () => {
    const afar = inState('active', { urgent: true, issuedAt: T0 - HOUR, signatures: [approvedFromAfar] });
    const step = taken('countersign', afar, 'safety', { comment: 'c', signature: DRAWN });
    const signing = { role: 'safety-officer', onBehalfOf: null, covers: [0] };
    expect(step.set).toStrictEqual({});
    expect(step.detail).toEqual({ step: 0, role: 'safety-officer', covers: [0], signature: DRAWN });
    expect(step.records).toMatchObject([
      { kind: 'signature', round: 1, userId: 'U-safety', signing, comment: 'c', signatureFileId: 'F-drawn' },
    ]);
    const closed = { ...afar, state: 'closed' as const };
    expect(taken('countersign', closed, 'safety', signed).dueAt).toBeNull();
    const onlyHead = { ...closed, signatures: [{ ...approvedFromAfar, covers: [-1] }] };
    expect(taken('countersign', onlyHead, 'safety', signed).dueAt).toBe(T0 + 23 * HOUR);
  });

  it.each([
    ['with a photo', PHOTO, 12.5, 'F-photo', { photo: PHOTO }],
    ['without', null, null, null, {}],
  ])('a visit to the site, %s', (_, photo, accuracyM, photoId, detail) => {
    const asked = permit({ ...SITE, round: 3 });
    const step = taken('site-visit', asked, 'head', { recordId: 'R1', position: HERE, accuracyM, photo });
    expect(writtenBy(step)).toStrictEqual({
      set: {},
      records: [{ kind: 'site-visit', id: 'R1', round: 3, userId: 'U-head', position: HERE, accuracyM, photoId }],
      detail,
      follow: [],
    });
    expect(step.after).toEqual({
      ...asked,
      siteVisits: [...asked.siteVisits, { userId: 'U-head', round: 3, at: NOW }],
    });
  });
});

describe('turned down: a reason, and nobody is waited for or bound any more', () => {
  it.each([
    ['return', permit(), 'returned'],
    ['reject', inState('approved', { waitingSince: T0 }), 'rejected'],
    ['cancel', inState('issued', { watchOnAt: T0 }), 'cancelled'],
  ] as const)('%s', (name, asked, to) => {
    const step = taken(name, asked, name === 'cancel' ? 'applicant' : 'safety', { reason: 'too windy' });
    const set = { waitingSince: null, watcherId: null, watchOnAt: null };
    expect(writtenBy(step)).toStrictEqual({ set, records: [], detail: { reason: 'too windy' }, follow: [] });
    expect(step).toMatchObject({ to, dueAt: null, after: { ...asked, ...set, state: to } });
  });
});

describe('issued', () => {
  const set = { issuedAt: NOW, issuedBy: 'U-safety', ruleVersion: 'shipped', waitingSince: null };

  it('keeps the rules of this day; nobody is waited for any more', () => {
    const asked = inState('approved', { waitingSince: T0 });
    const input = { comment: 'go', signature: DRAWN, original: null };
    const step = taken('issue', asked, 'safety', input);
    const detail = { ruleVersion: 'shipped', comment: 'go', signature: DRAWN };
    expect(writtenBy(step)).toStrictEqual({ set, records: [], detail, follow: [] });
    expect(step).toMatchObject({ to: 'issued', dueAt: asked.plannedEnd });
    expect(taken('issue', asked, 'safety', { ...input, ...signed }).detail).toEqual({ ruleVersion: 'shipped' });
  });

  const extension = inState('approved', {
    extendsId: 'P0',
    takesOver: true,
    fireWatchId: 'U-other',
    measures: [
      { code: 'a', confirmed: false },
      { code: 'b', confirmed: true },
      { code: 'c', confirmed: false },
    ],
  });
  const original: Original = {
    id: 'P0',
    fireWatchId: 'U-watcher',
    watchOnAt: T0 - HOUR,
    tappedAt: T0 - MINUTE,
    measures: [
      { code: 'a', confirmed: true },
      { code: 'b', confirmed: false },
      { code: 'c', confirmed: false },
      { code: 'd', confirmed: true },
    ],
    lastGasTest: { sampledAt: T0 - 2 * MINUTE, passed: true },
  };

  it('an extension takes over the running work, its watcher, and what was confirmed and measured', () => {
    const step = taken('issue', extension, 'safety', { ...signed, original });
    const watch = { fireWatchId: 'U-watcher', watchOnAt: T0 - HOUR, tappedAt: T0 - MINUTE };
    const taking = { ...set, startedAt: NOW, ...watch, watcherId: 'U-watcher' };
    expect(writtenBy(step)).toEqual({
      set: taking,
      records: [
        { kind: 'watch-moved', fromId: 'P0', watcherId: 'U-watcher' },
        { kind: 'inherited', from: original },
      ],
      detail: { ruleVersion: 'shipped' },
      follow: [{ kind: 'pass-over', fromId: 'P0', toId: 'P1' }],
    });
    expect(step.after).toEqual({
      ...extension,
      ...taking,
      state: 'active',
      measures: [
        { code: 'a', confirmed: true },
        { code: 'b', confirmed: true },
        { code: 'c', confirmed: false },
      ],
      lastGasTest: original.lastGasTest,
    });
    expect(step).toMatchObject({ to: 'active', dueAt: T0 + 59 * MINUTE });
  });

  it('an extension binds nobody where nobody was on duty, and keeps its own test where none was taken before', () => {
    const own = { ...extension, lastGasTest: { sampledAt: T0, passed: true } };
    const unwatched = { ...original, watchOnAt: null, lastGasTest: null };
    const step = taken('issue', own, 'safety', { ...signed, original: unwatched });
    expect(step.set).toMatchObject({ fireWatchId: 'U-watcher', watcherId: null, watchOnAt: null });
    expect(step.after.lastGasTest).toEqual({ sampledAt: T0, passed: true });
  });

  it('an extension that takes over from nothing is a fault', () => {
    const nothing = { ...signed, original: null };
    expect(() => taken('issue', extension, 'safety', nothing)).toThrow('permit P1 takes over from nothing');
  });

  it('only people sign and issue', () => {
    expect(() => taken('issue', inState('approved'), 'platform', OPEN.issue.input)).toThrow('given by the platform');
  });

  it('the occupier declares a small job, and the grid workers of the place are told', () => {
    const step = taken('occupier-confirmation', smallJob(), 'occupier', OPEN['occupier-confirmation'].input);
    const declared = { occupierConfirmedAt: NOW, issuedAt: NOW, ruleVersion: 'shipped', waitingSince: null };
    expect(writtenBy(step)).toStrictEqual({
      set: declared,
      records: [],
      detail: { by: 'code', occupierWatches: true },
      follow: [],
    });
    expect(step.news.slice(1)).toEqual([
      {
        type: 'permit.declared',
        to: [{ kind: 'grid-workers', regionCode: '411003', point: { lat: smallJob().lat, lng: smallJob().lng } }],
        data: { place: '测试车间', waits: false },
      },
    ]);
    expect(step.dueAt).toBe(smallJob().plannedEnd);
  });
});
