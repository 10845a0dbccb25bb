import type { Permit } from '../../../src/domain/permits/permit';
import { permitLifeCycle } from '../../../src/domain/permits/permit-life-cycle';
import type { User } from '../../../src/domain/permits/snapshot';
import { inState, people, sign, snapshot } from './permit-facts';

const asked = (person: User, permit: Permit, step: 'issue' | 'return' | 'reject'): string => {
  const outcome = permitLifeCycle.step(snapshot(permit, person), step);
  return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code).join() : outcome.outcome;
};

const { applicant, head, manager, safety, stranger } = people;
const signedLast = (userId: string, step = 1): Partial<Permit> => ({
  signatures: [sign({ userId: 'U-first', step: step - 1 }), sign({ userId, step })],
});

/** Each of them may issue what somebody else asked for. */
const ISSUERS: [string, User, Partial<Permit>][] = [
  ['a safety officer of the enterprise', safety, {}],
  ['a safety officer of the contractor', stranger, { contractorId: 'E2' }],
  ['a safety officer of the occupier', stranger, { occupierEnterpriseId: 'E2' }],
  ['the last approver of the chain', head, {}],
  ['the last approver, whatever their duty', manager, signedLast(manager.userId)],
  ['the leader who approved urgent work alone', head, { urgent: true, ...signedLast(head.userId, -1) }],
  ['a safety officer who signed last', safety, signedLast(safety.userId)],
  ['somebody who is all of it', { ...safety, roles: ['admin', 'safety-officer', 'enterprise-head'] }, signedLast(safety.userId)], // prettier-ignore
];

describe('nobody issues the permit they applied for (four eyes)', () => {
  describe.each(['issue', 'return', 'reject'] as const)('%s', (step) => {
    it.each(ISSUERS)('%s', (_, person, change) => {
      const own = inState('approved', { ...change, applicantId: person.userId });
      const another = inState('approved', { ...change, applicantId: applicant.userId });
      expect([asked(person, another, step), asked(person, own, step)]).toEqual(['moved', 'permit.own-application']);
    });
  });

  it('nor does an applicant without any duty', () => {
    expect(asked(applicant, inState('approved'), 'issue')).toBe('permit.own-application');
  });
});
