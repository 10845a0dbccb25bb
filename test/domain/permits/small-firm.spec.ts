import { fillsSeveralSeats } from '../../../src/domain/permits/approval-chain';
import { seatsNobodyFills } from '../../../src/domain/permits/living-approvers';
import { approvalSigning, completesApproval } from '../../../src/domain/permits/signing';
import { isSmallFirm, type FirmSize } from '../../../src/domain/permits/small-firm';
import { DAY } from '../../../src/kernel/time';
import { people, permit, rulesOf, sign, snapshot, T0 } from './permit-facts';

const rule = rulesOf().smallFirm;
const size = (change: Partial<FirmSize> = {}): FirmSize => ({ headcount: 10, confirmedAt: T0, known: 10, ...change });

describe('a firm is small by what an official confirmed', () => {
  it.each<[string, FirmSize | null, number, boolean]>([
    ['ten people', size(), T0, true],
    ['eleven', size({ headcount: 11 }), T0, false],
    ['nobody has confirmed a number', size({ headcount: null, confirmedAt: null, known: 1 }), T0, false],
    ['ten, but the platform knows eleven', size({ known: 11 }), T0, false],
    ['a millisecond before the year is over', size(), T0 + 365 * DAY - 1, true],
    ['a year after', size(), T0 + 365 * DAY, false],
    ['no enterprise', null, T0, false],
  ])('%s', (_, firm, at, expected) => expect(isSmallFirm(firm, rule, at)).toBe(expected));

  it.each(['chemical', 'construction', 'small'])('no firm is that small for other permits: %s', (regime) => {
    expect(isSmallFirm(size({ headcount: 1, known: 1 }), rulesOf({ regime, level: '' }).smallFirm, T0)).toBe(false);
  });
});

describe('the head of a small firm holds both seats with one signature', () => {
  const small = permit({ headHoldsBoth: true });
  const signing = (one = small, person: (typeof people)[keyof typeof people] = people.head) =>
    approvalSigning(snapshot(one, person, { rules: rulesOf(one) }));

  it('which fills the safety officer’s seat and the own one, and is shown as that', () => {
    const answer = signing();
    expect(answer).toMatchObject({ signing: { role: 'enterprise-head', covers: [0, 1], onBehalfOf: null } });
    expect(fillsSeveralSeats({ covers: [0, 1] })).toBe(true);
    expect(fillsSeveralSeats({ covers: [-1, 1] })).toBe(false);
    expect(completesApproval(snapshot(small, people.head, { rules: rulesOf(small) }))).toBe(true);
  });

  it('after a safety officer it fills the own one only', () => {
    const half = { ...small, signatures: [sign({ userId: people.safety.userId, covers: [0] })] };
    expect(signing(half)).toMatchObject({ signing: { covers: [1] } });
  });

  it('in a larger firm the head waits for the safety officer', () => {
    expect(signing(permit())).toMatchObject({ reason: { code: 'permit.not-your-turn' } });
  });

  it('not the head of another firm, not a manager, and never the applicant', () => {
    const foreign = { ...people.head, enterpriseId: 'E2' };
    expect(approvalSigning(snapshot(small, foreign, { rules: rulesOf(small) }))).toMatchObject({
      reason: { code: 'permit.not-approver' },
    });
    expect(signing(small, people.manager)).toMatchObject({ reason: { code: 'permit.not-approver' } });
    expect(signing({ ...small, applicantId: people.head.userId })).toMatchObject({
      reason: { code: 'permit.own-application' },
    });
  });

  it('so no seat stays empty where the head is the only one beside the applicant', () => {
    const empty = (one = small): string[] =>
      seatsNobodyFills(one, rulesOf(one), [people.applicant, people.head]).map(({ titleEn }) => titleEn);
    expect(empty()).toEqual([]);
    expect(empty(permit())).toEqual(['Safety officer']);
    expect(empty({ ...small, applicantId: people.head.userId })).toHaveLength(2);
  });
});
