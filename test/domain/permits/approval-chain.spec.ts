import fc from 'fast-check';
import {
  approvalPlaces,
  emptyPlaces,
  openPlaces,
  partyId,
  placesOf,
  signaturesOfRound,
} from '../../../src/domain/permits/approval-chain';
import { placesWithoutApprover, seatsNobodyFills } from '../../../src/domain/permits/living-approvers';
import type { Permit, Signature } from '../../../src/domain/permits/permit';
import { permitLifeCycle } from '../../../src/domain/permits/permit-life-cycle';
import type { PermitRules } from '../../../src/domain/permits/permit-rules';
import type { ChainEntry } from '../../../src/domain/permits/permit-rule-values';
import { approvalSigning, completesApproval, countersigning } from '../../../src/domain/permits/signing';
import type { User } from '../../../src/domain/permits/snapshot';
import { people, permit, rulesOf, rulesWith, sign, snapshot, T0 } from './permit-facts';

const entry = (step: number, roles: string[], more: Partial<ChainEntry> = {}): ChainEntry => ({
  step,
  roles,
  titleZh: roles.join('、'),
  titleEn: roles.join(', '),
  of: 'enterprise',
  quorum: 'one',
  ...more,
});
const chained = (chain: readonly ChainEntry[], more: Record<string, unknown> = {}): PermitRules =>
  rulesWith({ 'permit.approval-chain': chain, ...more });
const user = (userId: string, ...roles: string[]): User => ({
  kind: 'user',
  userId,
  roles,
  enterpriseId: 'E1',
  regionCode: null,
  welderId: null,
  standsInFor: [],
});

/** Signs as the platform would write it down. */
function signedBy(asked: Permit, person: User, rules: PermitRules): Permit {
  const answer = approvalSigning(snapshot(asked, person, { rules }));
  if (!('signing' in answer)) throw new Error(answer.reason.code);
  const { place, role, onBehalfOf, covers } = answer.signing;
  const signature: Signature = {
    round: asked.round,
    step: place.step,
    role,
    userId: person.userId,
    onBehalfOf,
    covers,
    signedAt: T0,
  };
  return { ...asked, signatures: [...asked.signatures, signature] };
}
const may = (asked: Permit, person: User, rules: PermitRules): string => {
  const outcome = permitLifeCycle.step(snapshot(asked, person, { rules }), 'approve');
  return outcome.outcome === 'refused'
    ? outcome.reasons.map(({ code }) => code).join()
    : outcome.outcome === 'moved'
      ? outcome.to
      : 'not-open';
};

describe('steps in order', () => {
  const rules = rulesOf();
  it('the first signs first, then the second, whose signature is the last', () => {
    expect(may(permit(), people.head, rules)).toBe('permit.not-your-turn');
    expect(may(permit(), people.safety, rules)).toBe('submitted');
    const once = signedBy(permit(), people.safety, rules);
    expect(may(once, people.safety, rules)).toBe('permit.signed-already');
    expect(may(once, people.safety2, rules)).toBe('permit.not-approver'); // that duty has been done
    expect(may(once, people.head, rules)).toBe('approved');
    expect(completesApproval(snapshot(once, people.head, { rules }))).toBe(true);
    expect(openPlaces(placesOf(rules.chain), [])).toHaveLength(1);
  });

  it('the applicant never approves, whatever roles they hold', () => {
    const boss = user(people.applicant.userId, 'safety-officer', 'enterprise-head', 'enterprise-manager');
    expect(may(permit(), boss, rules)).toBe('permit.own-application');
  });

  it('people of another enterprise do not, nor the authority', () => {
    expect(may(permit(), people.stranger, rules)).toBe('permit.not-approver');
    expect(may(permit(), people.admin, rules)).toBe('permit.not-approver');
    expect(may(permit(), people.regulator, rules)).toBe('permit.not-approver');
  });

  it('after a return all sign anew', () => {
    const again = { ...signedBy(permit(), people.safety, rules), round: 2 };
    expect(signaturesOfRound(again)).toEqual([]);
    expect(may(again, people.safety, rules)).toBe('submitted');
  });
});

describe('parallel steps and quorum', () => {
  it('entries of one step sign in any order, and the next step waits for all of them', () => {
    const rules = rulesOf({ regime: 'construction', level: 'second' });
    const asked = permit({
      regime: 'construction',
      level: 'second',
      siteVisits: [{ userId: people.safety.userId, round: 1, at: T0 }],
    });
    const first = signedBy(asked, people.manager, rules);
    expect(may(first, people.head, rules)).toBe('submitted');
    expect(may(first, people.safety, rules)).toBe('submitted');
    expect(may(signedBy(first, people.head, rules), people.safety, rules)).toBe('approved');
    expect(may(signedBy(first, people.safety, rules), people.head, rules)).toBe('approved');
  });

  it('quorum all asks for each role, quorum one for any', () => {
    const all = chained([entry(0, ['safety-officer', 'enterprise-head'], { quorum: 'all' })]);
    const one = chained([entry(0, ['safety-officer', 'enterprise-head'])]);
    expect(placesOf(all.chain)).toHaveLength(2);
    expect(may(permit(), people.head, all)).toBe('submitted');
    expect(may(signedBy(permit(), people.head, all), people.safety, all)).toBe('approved');
    expect(may(permit(), people.head, one)).toBe('approved');
    expect(may(permit(), people.safety, one)).toBe('approved');
  });

  it('a step belongs to enterprise, contractor or occupier; who is not there is the enterprise itself', () => {
    const parties = { enterpriseId: 'E1', contractorId: 'E2', occupierEnterpriseId: 'E3' };
    expect((['enterprise', 'contractor', 'occupier'] as const).map((of) => partyId(of, parties))).toEqual([
      'E1',
      'E2',
      'E3',
    ]);
    const alone = { enterpriseId: 'E1', contractorId: null, occupierEnterpriseId: null };
    expect((['contractor', 'occupier'] as const).map((of) => partyId(of, alone))).toEqual(['E1', 'E1']);
    const rules = chained([entry(0, ['safety-officer'], { of: 'contractor' })]);
    expect(may(permit({ contractorId: 'E2' }), people.stranger, rules)).toBe('approved');
    expect(may(permit({ contractorId: 'E2' }), people.safety, rules)).toBe('permit.not-approver');
  });

  it('where one person may sign for several duties, one signature fills them', () => {
    const rules = chained([entry(0, ['safety-officer']), entry(1, ['enterprise-head'])], {
      'permit.nobody-signs-twice': false,
    });
    expect(may(permit(), user('U-both', 'safety-officer', 'enterprise-head'), rules)).toBe('approved');
    expect(may(permit(), people.safety, rules)).toBe('submitted');
    const strict = chained([entry(0, ['safety-officer']), entry(1, ['enterprise-head'])]);
    const both = user('U-both', 'safety-officer', 'enterprise-head');
    expect(may(permit(), both, strict)).toBe('submitted');
    expect(may(signedBy(permit(), both, strict), both, strict)).toBe('permit.signed-already');
  });
});

describe('standing in for somebody away', () => {
  const rules = rulesOf();
  const away = { userId: people.safety.userId, roles: people.safety.roles, enterpriseId: 'E1', regionCode: null };
  const deputy: User = { ...people.watcher2, standsInFor: [away] };

  it('signs in their name, at their place', () => {
    const signed = signedBy(permit(), deputy, rules);
    expect(signed.signatures).toMatchObject([
      { userId: deputy.userId, onBehalfOf: people.safety.userId, role: 'safety-officer', covers: [0] },
    ]);
    expect(may(signed, people.safety, rules)).toBe('permit.signed-already'); // it was done in their name
    expect(may(signed, deputy, rules)).toBe('permit.signed-already');
  });

  it('in one’s own right first', () => {
    const head: User = { ...people.head, standsInFor: [away] };
    const signed = signedBy(permit(), head, rules);
    expect(signed.signatures[0]).toMatchObject({ onBehalfOf: people.safety.userId });
    expect(may(signed, head, rules)).toBe('permit.signed-already');
    const own = signedBy(signedBy(permit(), people.safety2, rules), head, rules);
    expect(own.signatures[1]).toMatchObject({ onBehalfOf: null, role: 'enterprise-head' });
  });

  it('never for the applicant, never the applicant, never for one who has signed', () => {
    const asked = permit({ applicantId: people.safety.userId });
    expect(may(asked, deputy, rules)).toBe('permit.not-approver');
    expect(may(permit({ applicantId: deputy.userId }), deputy, rules)).toBe('permit.own-application');
    const signed = signedBy(permit(), people.safety, rules);
    const late: User = { ...deputy, standsInFor: [away] };
    expect(may(signed, late, rules)).toBe('permit.not-approver');
  });

  it('waits for the turn of those they stand in for', () => {
    const headsDeputy: User = {
      ...deputy,
      standsInFor: [{ userId: people.head.userId, roles: people.head.roles, enterpriseId: 'E1', regionCode: null }],
    };
    expect(may(permit(), headsDeputy, rules)).toBe('permit.not-your-turn');
  });
});

describe('a building site: who issues has been there', () => {
  const rules = rulesOf({ regime: 'construction', level: 'third' });
  const asked = permit({ regime: 'construction', level: 'third' });
  it.each([
    ['no visit', [], 'permit.site-visit-missing'],
    ['another’s visit', [{ userId: people.safety2.userId, round: 1, at: T0 }], 'permit.site-visit-missing'],
    ['a visit before the return', [{ userId: people.safety.userId, round: 0, at: T0 }], 'permit.site-visit-missing'],
    ['their own', [{ userId: people.safety.userId, round: 1, at: T0 }], 'submitted'],
  ])('%s', (_, siteVisits, expected) => {
    expect(may({ ...asked, siteVisits }, people.safety, rules)).toBe(expected);
  });
  it('the engineer of the same step need not', () => {
    expect(may(asked, people.manager, rules)).toBe('submitted');
  });
  it('visits are for approvers, at the place, where the chain asks for them', () => {
    const visit = (one: Permit, person: User, metresFromPlace?: number, by = rules) => {
      const outcome = permitLifeCycle.step(
        snapshot(one, person, { rules: by, input: { metresFromPlace } }),
        'site-visit',
      );
      return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code).join() : outcome.outcome;
    };
    expect(visit(asked, people.safety, 100)).toBe('moved');
    expect(visit(asked, people.safety, 101)).toBe('permit.not-on-site');
    expect(visit(asked, people.watcher)).toBe('permit.not-approver');
    expect(visit(asked, people.applicant)).toBe('permit.own-application');
    expect(visit(permit(), people.safety, 0, rulesOf())).toBe('permit.no-site-visit');
  });
});

describe('urgent: a leader alone from afar, full signatures after', () => {
  const rules = rulesOf();
  const urgent = permit({ urgent: true });
  it('only the leader approves, and at once', () => {
    expect(may(urgent, people.safety, rules)).toBe('permit.not-approver');
    expect(may(urgent, people.head, rules)).toBe('approved');
    expect(approvalPlaces(urgent, rules)).toHaveLength(1);
  });
  it('the leader has thereby signed at their own place; the others countersign, each once', () => {
    const signed: Permit = { ...signedBy(urgent, people.head, rules), state: 'active' };
    expect(signed.signatures[0]).toMatchObject({ step: -1, covers: [-1, 1] });
    const counter = (person: User): string => {
      const outcome = permitLifeCycle.step(snapshot(signed, person, { rules }), 'countersign');
      return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code).join() : outcome.outcome;
    };
    expect(counter(people.safety)).toBe('moved');
    expect(counter(people.head)).toBe('permit.signed-already');
    expect(counter(people.applicant)).toBe('permit.own-application');
    const answer = countersigning(snapshot(signed, people.safety, { rules }));
    if (!('signing' in answer)) throw new Error('not signed');
    const full = {
      ...signed,
      signatures: [...signed.signatures, sign({ userId: people.safety.userId, covers: answer.signing.covers })],
    };
    const done = permitLifeCycle.step(snapshot(full, people.safety2, { rules }), 'countersign');
    expect(done).toMatchObject({
      outcome: 'refused',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'permit.nothing-to-countersign' })]),
    });
  });
  it('a permit that is not urgent needs none', () => {
    const outcome = permitLifeCycle.step(
      snapshot({ ...permit(), state: 'active' }, people.safety, { rules }),
      'countersign',
    );
    expect(outcome.outcome).toBe('refused');
  });
});

describe('a chain without a living approver says who is missing', () => {
  const rules = rulesOf();
  const holder = (userId: string, ...roles: string[]) => ({ userId, roles, enterpriseId: 'E1', regionCode: null });
  it.each<[string, ReturnType<typeof holder>[], number[]]>([
    ['both there', [holder('A', 'safety-officer'), holder('B', 'enterprise-head')], []],
    ['no head', [holder('A', 'safety-officer')], [1]],
    ['nobody', [], [0, 1]],
    ['one person with both duties', [holder('A', 'safety-officer', 'enterprise-head')], [1]],
    [
      'the applicant is the only head',
      [holder('A', 'safety-officer'), holder(people.applicant.userId, 'enterprise-head')],
      [1],
    ],
    [
      'a head elsewhere',
      [holder('A', 'safety-officer'), { ...holder('B', 'enterprise-head'), enterpriseId: 'E2' }],
      [1],
    ],
    [
      'one with both duties frees the other',
      [holder('A', 'safety-officer', 'enterprise-head'), holder('B', 'safety-officer')],
      [],
    ],
    [
      'the same, asked in the other order',
      [holder('B', 'safety-officer'), holder('A', 'safety-officer', 'enterprise-head')],
      [],
    ],
  ])('%s', (_, holders, expected) => {
    expect(placesWithoutApprover(permit(), placesOf(rules.chain), rules, holders).map(({ number }) => number)).toEqual(
      expected,
    );
  });
  it('somebody who has signed cannot sign at what is left', () => {
    const asked = permit({ signatures: [sign({ userId: 'A', covers: [0] })] });
    const left = emptyPlaces(placesOf(rules.chain), asked.signatures);
    expect(left.map(({ number }) => number)).toEqual([1]);
    expect(placesWithoutApprover(asked, left, rules, [holder('A', 'enterprise-head')])).toEqual(left);
    expect(placesWithoutApprover(asked, left, rules, [holder('B', 'enterprise-head')])).toEqual([]);
  });
  it('a duty that only the applicant has is as empty as one that nobody has', () => {
    const without = (holders: ReturnType<typeof holder>[]): number[] =>
      seatsNobodyFills(permit(), rules, holders).map(({ number }) => number);
    expect(without([])).toEqual([0, 1]);
    expect(without([holder(people.applicant.userId, 'enterprise-head'), holder('A', 'safety-officer')])).toEqual([1]);
    expect(without([holder('A', 'safety-officer', 'enterprise-head')])).toEqual([1]);
  });
  it('where one may sign for several duties one person is enough', () => {
    const lenient = chained([entry(0, ['safety-officer']), entry(1, ['enterprise-head'])], {
      'permit.nobody-signs-twice': false,
    });
    expect(
      placesWithoutApprover(permit(), placesOf(lenient.chain), lenient, [
        holder('A', 'safety-officer', 'enterprise-head'),
      ]),
    ).toEqual([]);
  });
});

describe('whatever the chain', () => {
  const ROLES = ['safety-officer', 'enterprise-head', 'enterprise-manager'];
  const anyChain = fc.array(
    fc.record({
      step: fc.integer({ min: 0, max: 3 }),
      roles: fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 }),
      quorum: fc.constantFrom('all' as const, 'one' as const),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const anyPeople = fc.array(fc.uniqueArray(fc.constantFrom(...ROLES), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  });

  it('signatures never repeat, never come from the applicant, and end in approval exactly when all places are filled', () => {
    fc.assert(
      fc.property(anyChain, anyPeople, fc.array(fc.nat(20), { maxLength: 40 }), (chain, crowd, turns) => {
        const rules = chained(chain.map(({ step, roles, quorum }) => entry(step, roles, { quorum })));
        const persons = crowd.map((roles, i) => user(`U${i}`, ...roles));
        let asked = permit({ applicantId: 'U0' });
        let approved = false;
        for (const turn of turns) {
          const person = persons[turn % persons.length]!;
          const answer = may(asked, person, rules);
          if (answer !== 'submitted' && answer !== 'approved') continue;
          if (approved) throw new Error('signed after approval');
          asked = signedBy(asked, person, rules);
          approved = answer === 'approved';
          const left = emptyPlaces(placesOf(rules.chain), asked.signatures);
          expect(left.length === 0).toBe(approved);
        }
        const signers = asked.signatures.map(({ userId }) => userId);
        expect(new Set(signers).size).toBe(signers.length);
        expect(signers).not.toContain('U0');
        const steps = asked.signatures.map(({ step }) => step);
        expect([...steps].sort((a, b) => a - b)).toEqual(steps);
      }),
    );
  });
});
