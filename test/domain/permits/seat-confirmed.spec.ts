import { seatsNobodyFills } from '../../../src/domain/permits/living-approvers';
import { mayIssue } from '../../../src/domain/permits/people';
import { approvalSigning, hasPlaceInChain } from '../../../src/domain/permits/signing';
import { submissionRefusal } from '../../../src/domain/permits/steps/submission';
import type { User } from '../../../src/domain/permits/snapshot';
import { inState, people, permit, rulesOf, sign, snapshot } from './permit-facts';
import { SUBMISSION } from './steps/open-steps';

const unknown = (person: User): User => ({ ...person, seatWaiting: true });
const signingOf = (person: User, one = permit()) => approvalSigning(snapshot(one, person));
const refused = { reason: { about: 'person', code: 'permit.seat-unconfirmed' } };

describe('whoever holds a seat is confirmed by an official before the signature counts', () => {
  it('a safety officer whom nobody confirmed does not sign, and is told who confirms', () => {
    expect(signingOf(unknown(people.safety))).toMatchObject(refused);
    expect(signingOf(people.safety)).toMatchObject({ signing: { covers: [0] } });
  });

  it('nor in another’s name, nor does somebody in theirs', () => {
    const deputy = { ...people.manager, standsInFor: [people.safety] };
    expect(signingOf(deputy)).toMatchObject({ signing: { onBehalfOf: people.safety.userId } });
    expect(signingOf(unknown(deputy))).toMatchObject(refused);
    expect(signingOf({ ...deputy, standsInFor: [unknown(people.safety)] })).toMatchObject({
      reason: { code: 'permit.not-approver' },
    });
  });

  it('a stranger is told that they have no seat', () => {
    expect(signingOf(unknown(people.stranger))).toMatchObject({ reason: { code: 'permit.not-approver' } });
  });

  it('they issue nothing, and confirm no visit or amendment', () => {
    const approved = inState('approved');
    expect(mayIssue(snapshot(approved, unknown(people.safety)))).toMatchObject([{ code: 'permit.seat-unconfirmed' }]);
    expect(mayIssue(snapshot(approved, people.safety))).toEqual([]);
    expect(hasPlaceInChain(snapshot(permit(), unknown(people.head)))).toMatchObject([
      { code: 'permit.seat-unconfirmed' },
    ]);
  });

  it('the seat of whoever fills the form in is held by nobody unknown', () => {
    const building = permit({ regime: 'construction', level: 'second', applicantId: people.manager.userId });
    const empty = (applicant: User): string[] =>
      seatsNobodyFills(building, rulesOf(building), [applicant, people.safety, people.head]).map(
        ({ roles }) => roles[0]!,
      );
    expect([empty(people.manager), empty(unknown(people.manager))]).toEqual([[], ['enterprise-manager']]);
  });

  it('a submission that would wait for an unknown person says so', () => {
    const draft = inState('draft');
    const asked = (holders: User[]) =>
      submissionRefusal(snapshot(draft, people.applicant), {
        ...SUBMISSION,
        raised: { level: draft.level, raisedBecause: [] },
        holders,
      });
    expect(asked([unknown(people.safety), people.head])).toMatchObject({
      code: 'permit.seats-unconfirmed',
      params: { titleZh: '安全管理人员' },
      extra: { missing: [{ waits: true }] },
    });
    expect(asked([people.head])).toMatchObject({ code: 'permit.approver-missing-and-leader' });
  });

  it('a signature given before stays', () => {
    const half = permit({ signatures: [sign({ userId: people.safety.userId, covers: [0] })] });
    expect(signingOf(people.head, half)).toMatchObject({ signing: { covers: [1] } });
  });
});
