import type { Permit } from '../../../../src/domain/permits/permit';
import type { PermitRules } from '../../../../src/domain/permits/permit-rules';
import type { ChainEntry } from '../../../../src/domain/permits/permit-rule-values';
import { changedNews, whoIsAwaited } from '../../../../src/domain/permits/steps/audience';
import { decideCall, namedInCall, type CallingOccurrence } from '../../../../src/domain/permits/steps/time';
import type { Step } from '../../../../src/domain/permits/steps/step';
import { HOUR, MINUTE } from '../../../../src/kernel/time';
import { inState, people, permit, rulesBeside, rulesOf, rulesWith, sign, T0 } from '../permit-facts';
import { SUBMISSION } from './nothing-against';
import { approvedFromAfar, OPEN, smallJob } from './open-steps';
import { NOW, taken } from './take-step';

const SITE = { regime: 'construction', level: 'second' } as const;
const ENGINEER = sign({ userId: people.manager.userId, step: 0, role: 'enterprise-manager', covers: [0] });

/** Each place at the enterprise of another party. */
const entry = { step: 0, quorum: 'one', titleZh: '', titleEn: '' } as const;
const SHARED: ChainEntry[] = [
  { ...entry, roles: ['safety-officer', 'enterprise-manager'], of: 'contractor' },
  { ...entry, roles: ['enterprise-head'], of: 'occupier' },
  { ...entry, step: 1, roles: ['enterprise-head'], of: 'enterprise' },
];
const shared = rulesWith({ 'permit.approval-chain': SHARED });
const PARTIES = { contractorId: 'E2', occupierEnterpriseId: 'E3' };

describe('who hears that a permit has changed', () => {
  const [S, M, H] = ['safety-officer', 'enterprise-manager', 'enterprise-head'];
  it.each<[string, Permit, PermitRules | null, string[], string[]]>([
    ['whoever signs first', permit(), null, [S], ['E1']],
    ['whoever signs next', permit({ signatures: [sign({ userId: 'U-safety' })] }), null, [H], ['E1']],
    ['both who sign side by side', permit({ ...SITE, signatures: [ENGINEER] }), null, [S, H], ['E1', 'E1']],
    ['each at the enterprise of its place', permit(PARTIES), shared, [S, M, H], ['E2', 'E3']],
    ['nobody of a party that is not there', permit({ ...PARTIES, contractorId: null, enterpriseId: null }), shared, [S, M, H], ['E3']],
    ['the leader alone, of an urgent one', permit({ urgent: true }), null, [H], ['E1']],
    ['safety officers and who signed, once approved', inState('approved', PARTIES), null, [S, S, H], ['E1', 'E2', 'E3']],
    ['nobody’s duty before it is submitted', inState('draft'), null, [], []],
    ['nobody’s duty once it is issued', inState('issued'), null, [], []],
  ])('%s', (_, asked, rules, roles, parties) => {
    expect(changedNews(asked, rules ?? rulesOf(asked), 'approve')).toEqual({
      type: 'permit.changed',
      to: [
        { kind: 'users', ids: ['U-applicant', 'U-watcher'] },
        { kind: 'concerned', welderIds: ['W1'], roles, parties },
      ],
      data: { state: asked.state, command: 'approve' },
    });
  }); // prettier-ignore

  const told = (step: Step): unknown => step.news[0]?.to;
  it('those of the permit as it is afterwards: its watcher, its welders, the chain of its level', () => {
    const { input } = OPEN['substitute-watch'];
    expect(told(taken('substitute-watch', inState('active'), 'watcher2', input))).toMatchObject([
      { ids: ['U-applicant', 'U-watcher2'] },
      {},
    ]);
    const small = inState('issued', { regime: 'small', level: 'one' });
    const amended = taken('amend', small, 'applicant', { ...OPEN.amend.input, confirm: false });
    expect(told(amended)).toMatchObject([{}, { welderIds: ['W1', 'W2'] }]);
    const raised = { level: 'second', raisedBecause: ['special-period' as const] };
    const submission = { ...SUBMISSION, raised, holders: [people.manager, people.safety, people.head] };
    const third = inState('draft', { ...SITE, level: 'third' });
    expect(told(taken('submit', third, 'applicant', { submission }))).toMatchObject([
      {},
      { roles: ['safety-officer', 'enterprise-head'] },
    ]);
  });

  it('nobody watches where no watcher is named', () => {
    expect(
      told(taken('occupier-confirmation', smallJob(), 'occupier', OPEN['occupier-confirmation'].input)),
    ).toMatchObject([{ ids: ['U-applicant'] }, {}]);
  });
});

describe('the next deadline', () => {
  it('follows the rules of the day it was issued, which is the day of this step', () => {
    const taps = { key: 'permit.watch-tap-minutes', value: { every: 20, patience: 5 }, regionCode: '411003' };
    const asked = inState('approved', { takesOver: true, extendsId: 'P0' });
    const original = {
      id: 'P0',
      fireWatchId: 'U-watcher',
      watchOnAt: T0,
      tappedAt: T0,
      measures: [],
      lastGasTest: null,
    };
    const dueAt = (validFrom: number): number | null => {
      const rules = rulesBeside([{ ...taps, validFrom }], {}, asked.submittedAt!);
      return taken('issue', asked, 'safety', { ...OPEN.issue.input, original }, { rules }).dueAt;
    };
    expect(dueAt(NOW)).toBe(T0 + 20 * MINUTE);
    expect(dueAt(NOW + 1)).toBe(T0 + HOUR);
  });
});

describe('people are called, and nothing moves', () => {
  const input = { recordId: 'R1', awaited: ['U-safety', 'U-head'] };
  const call = (occurrence: CallingOccurrence, asked: Permit): Step =>
    decideCall(occurrence, { permit: asked, rules: rulesOf(asked) }, input, NOW);
  const watching = inState('active', { watchOnAt: T0 - HOUR, tappedAt: T0 - HOUR, contractorId: 'E2' });

  it.each<[string, Partial<Permit>, string[]]>([
    ['the watcher and the safety officers', {}, ['U-watcher']],
    ['the safety officers, where nobody is named', { fireWatchId: null }, []],
  ])('a tap is missed: %s', (_, change, ids) => {
    const asked = { ...watching, ...change };
    const data = { place: '测试车间' };
    expect(call({ what: 'tap-missed' }, asked)).toStrictEqual({
      name: 'watch-tap-missed',
      trace: 'call',
      from: 'active',
      to: 'active',
      set: { tapMissedAt: NOW },
      records: [{ kind: 'watch', id: 'R1', what: 'missed', userId: asked.fireWatchId, position: null, photoId: null }],
      detail: data,
      news: [{ type: 'permit.watch-tap-missed', to: [{ kind: 'safety-officers', of: ['E1', 'E2'] }, { kind: 'users', ids }], data }],
      follow: [],
      after: { ...asked, tapMissedAt: NOW },
      dueAt: T0 + 10 * MINUTE, // then the work stops
    });
  }); // prettier-ignore

  it.each([
    ['themselves first', 0, 1, [{ kind: 'users', ids: ['U-safety', 'U-head'] }], T0],
    ['then those who lead them', 1, 2, [{ kind: 'leaders', of: 'E1' }], T0 + 4 * HOUR],
  ] as const)('approvers sleep: %s', (_, reminders, reminder, to, dueAt) => {
    const asked = permit({ waitingSince: T0 - HOUR, reminders });
    const detail = { reminder, approvers: ['U-safety', 'U-head'] };
    expect(call({ what: 'approval-overdue', reminder }, asked)).toStrictEqual({
      name: 'approval-overdue',
      trace: 'call',
      from: 'submitted',
      to: 'submitted',
      set: { reminders: reminder },
      records: [],
      detail,
      news: [{ type: 'permit.approval-overdue', to, data: detail }],
      follow: [],
      after: { ...asked, reminders: reminder },
      dueAt,
    });
  });

  it('signatures owed on an urgent permit: whoever may still give them, once', () => {
    const head = { ...approvedFromAfar, covers: [-1] };
    const asked = inState('closed', { urgent: true, issuedAt: T0 - 24 * HOUR, signatures: [head] });
    const places = [expect.objectContaining({ number: 0 }), expect.objectContaining({ number: 1 })] as unknown[];
    const detail = { missing: [['safety-officer'], ['enterprise-head']] };
    expect(call({ what: 'countersign-overdue' }, asked)).toStrictEqual({
      name: 'countersign-overdue',
      trace: 'call',
      from: 'closed',
      to: 'closed',
      set: { countersignOverdueAt: NOW },
      records: [],
      detail,
      news: [{ type: 'permit.countersign-overdue', to: [{ kind: 'signers', permit: asked, places }], data: detail }],
      follow: [],
      after: { ...asked, countersignOverdueAt: NOW },
      dueAt: null,
    });
    const half = { ...asked, signatures: [approvedFromAfar] };
    expect(call({ what: 'countersign-overdue' }, half).detail).toEqual({ missing: [['safety-officer']] });
  });

  it('heads are not called where no enterprise asked for the work', () => {
    const asked = smallJob({ waitingSince: T0 - HOUR, reminders: 1 });
    expect(call({ what: 'approval-overdue', reminder: 2 }, asked).news[0]?.to).toEqual([]);
  });

  it('whose names a call needs: those who sleep, nobody else', () => {
    const awaited = [{ kind: 'signers', permit: permit(), places: [expect.objectContaining({ number: 0 })] }];
    const named = (occurrence: CallingOccurrence, asked: Permit) => namedInCall(occurrence, asked, rulesOf(asked));
    expect(named({ what: 'approval-overdue', reminder: 1 }, permit())).toEqual(awaited);
    expect(named({ what: 'tap-missed' }, watching)).toEqual([]);
    expect(named({ what: 'countersign-overdue' }, watching)).toEqual([]);
  });

  const officers = { kind: 'safety-officers', of: ['E1', 'E2'] };
  const earlier = sign({ userId: 'U-earlier', round: 1 });
  it.each<[string, Partial<Permit>, string[]]>([
    ['the last who signed', {}, ['U-head']],
    ['nobody of an earlier round', { round: 2, signatures: [earlier] }, []],
    ['of this round alone', { round: 2, signatures: [sign({ userId: 'U-now', round: 2 }), earlier] }, ['U-now']],
  ])('what is approved waits for its safety officers and %s', (_, change, ids) => {
    const asked = inState('approved', { contractorId: 'E2', ...change });
    expect(whoIsAwaited(asked, rulesOf(asked))).toEqual([officers, { kind: 'users', ids }]);
  });
});
