import fc from 'fast-check';
import { approvalPlaces, emptyPlaces, placesOf, signaturesOfRound } from '../../../src/domain/permits/approval-chain';
import { seatsNobodyFills, seatsToSign } from '../../../src/domain/permits/living-approvers';
import { permitLifeCycle } from '../../../src/domain/permits/permit-life-cycle';
import type { Permit, Regime, Signature } from '../../../src/domain/permits/permit';
import type { PermitRules } from '../../../src/domain/permits/permit-rules';
import { approvalSigning, countersigning, type SigningAnswer } from '../../../src/domain/permits/signing';
import type { User } from '../../../src/domain/permits/snapshot';
import { submitted } from '../../../src/domain/permits/steps/submission';
import { afterChange } from '../../../src/domain/permits/steps/after';
import { SUBMISSION } from './steps/nothing-against';
import { inState, rulesOf, snapshot, T0 } from './permit-facts';

const user = (userId: string, roles: readonly string[], more: Partial<User> = {}): User => ({
  kind: 'user',
  userId,
  roles,
  enterpriseId: 'E1',
  regionCode: null,
  welderId: null,
  standsInFor: [],
  ...more,
});
const M = user('m', ['enterprise-manager']);
const S = user('s', ['safety-officer']);
const H = user('h', ['enterprise-head']);
const W = user('w', ['welder'], { welderId: 'W1' });

const asked = (regime: Regime, level: string, applicant: User, change: Partial<Permit> = {}): Permit =>
  inState('draft', { regime, level, proposedLevel: level, applicantId: applicant.userId, ...change });
const emptySeats = (permit: Permit, people: readonly User[]): string[] =>
  seatsNobodyFills(permit, rulesOf(permit), people).map(({ titleEn }) => titleEn);

/** As the platform writes a submission down. */
function submittedBy(permit: Permit, applicant: User, rules: PermitRules): Permit {
  const raised = { level: permit.level, raisedBecause: [] };
  const change = submitted(snapshot(permit, applicant, { rules }), { submission: { ...SUBMISSION, raised } });
  return afterChange(permit, change, 'submitted', T0);
}

function signed(permit: Permit, person: User, answer: SigningAnswer): Permit | null {
  if (!('signing' in answer)) return null;
  const { place, role, onBehalfOf, covers } = answer.signing;
  const made: Signature = { round: permit.round, step: place.step, role, userId: person.userId, onBehalfOf, covers, signedAt: T0 }; // prettier-ignore
  return { ...permit, signatures: [...permit.signatures, made] };
}

/** Whether some order of signatures fills every seat, and for urgent work the full signatures too. */
function canBeSigned(permit: Permit, people: readonly User[], rules: PermitRules): boolean {
  const approved = emptyPlaces(approvalPlaces(permit, rules), signaturesOfRound(permit)).length === 0;
  const complete = emptyPlaces(placesOf(rules.chain), signaturesOfRound(permit)).length === 0;
  if (approved && complete) return true;
  return people.some((person) => {
    const looked = snapshot(permit, person, { rules });
    const next = signed(permit, person, approved ? countersigning(looked) : approvalSigning(looked));
    return next !== null && canBeSigned(next, people, rules);
  });
}

describe('D9 a firm of manager, safety officer and head', () => {
  const firm = [M, S, H, W];
  it.each<[Regime, string, User, string[]]>([
    ['chemical', 'special', M, []],
    ['chemical', 'special', S, ['Safety department']],
    ['chemical', 'special', H, ['Responsible leader']],
    ['chemical', 'special', user('t', ['fire-watcher']), []],
    ['chemical', 'first', M, []],
    ['chemical', 'first', H, []],
    ['chemical', 'second', M, ['Head of the operating unit']],
    ['chemical', 'second', S, []],
    ['construction', 'first', H, []],
    ['construction', 'first', M, []],
    ['construction', 'second', M, []],
    ['construction', 'second', H, ['Project manager']],
    ['construction', 'third', M, ['Responsible engineer']],
    ['construction', 'third', H, []],
    ['construction', 'third', user('t', ['welder'], { welderId: 'W9' }), []],
    ['general', 'ordinary', M, []],
    ['general', 'raised', H, ['Head of the enterprise']],
  ])('%s %s, filled in by %j: nobody for %j', (regime, level, applicant, expected) => {
    const permit = asked(regime, level, applicant);
    expect(emptySeats(permit, firm)).toEqual(expected);
    if (expected.length > 0) return;
    const rules = rulesOf(permit);
    expect(canBeSigned(submittedBy(permit, applicant, rules), firm, rules)).toBe(true);
  });

  it('a named welder never approves, nor does a deputy in their name', () => {
    const boss = user('boss', ['enterprise-head'], { welderId: 'W1' });
    const permit = asked('general', 'ordinary', M);
    expect(emptySeats(permit, [M, S, boss])).toEqual(['Head of the enterprise']);
    const rules = rulesOf(permit);
    const open = signed(permit, S, approvalSigning(snapshot({ ...permit, round: 1 }, S, { rules })))!;
    const looked = { ...open, round: 1, state: 'submitted' as const };
    const codes = (person: User): string[] => {
      const outcome = permitLifeCycle.step(snapshot(looked, person, { rules }), 'approve');
      return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code) : [outcome.outcome];
    };
    expect(codes(boss)).toEqual(['permit.own-welding']);
    const deputy = user('d', [], { standsInFor: [{ userId: 'boss', roles: boss.roles, enterpriseId: 'E1', regionCode: null, welderId: 'W1' }] }); // prettier-ignore
    expect(codes(deputy)).toEqual(['permit.not-approver']);
  });

  it('what an earlier round signed does not fill a seat', () => {
    const permit = { ...asked('general', 'ordinary', M), round: 1, state: 'returned' as const };
    const before = { round: 1, step: 1, role: 'enterprise-head', userId: 'h', onBehalfOf: null, covers: [1], signedAt: T0 }; // prettier-ignore
    expect(emptySeats({ ...permit, signatures: [before] }, [M, S])).toEqual(['Head of the enterprise']);
    expect(emptySeats({ ...permit, signatures: [before] }, [M, S, H])).toEqual([]);
  });
});

describe('a permit is taken in if, and only if, some order of signatures completes it', () => {
  const LEVELS: readonly [Regime, string][] = [
    ['general', 'ordinary'], ['general', 'raised'], ['construction', 'first'], ['construction', 'second'],
    ['construction', 'third'], ['chemical', 'special'], ['chemical', 'first'], ['chemical', 'second'],
  ]; // prettier-ignore
  const DUTIES = ['enterprise-manager', 'safety-officer', 'enterprise-head', 'fire-watcher'];
  const anyone = fc.record({
    roles: fc.subarray(DUTIES, { minLength: 1 }),
    elsewhere: fc.boolean(),
    welds: fc.constantFrom(true, false, false, false),
  });
  it('whatever the regime, the level and the people of the firm', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVELS),
        fc.array(anyone, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.constantFrom(false, false, true),
        ([regime, level], firm, aMemberAsks, urgent) => {
          const people = firm.map(({ roles, elsewhere, welds }, i) =>
            user(`U${i}`, roles, { enterpriseId: elsewhere && i > 0 ? 'E2' : 'E1', welderId: welds ? 'W1' : null }),
          );
          const applicant = aMemberAsks ? people[0]! : user('team', ['welder']);
          const permit = asked(regime, level, applicant, { urgent });
          const rules = rulesOf(permit);
          const empty = seatsNobodyFills(permit, rules, people);
          const after = submittedBy(permit, applicant, rules);
          expect(empty.length === 0).toBe(canBeSigned(after, people, rules));
          const waits = emptyPlaces(approvalPlaces(after, rules), signaturesOfRound(after));
          expect(seatsToSign(permit, rules, people)).toEqual(waits);
        },
      ),
      { numRuns: 1_500 },
    );
  });
});
