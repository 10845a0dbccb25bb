import { seatsNobodyFills } from '../../../src/domain/permits/living-approvers';
import { lookRefused, PHOTO_VERDICTS } from '../../../src/domain/jobs/photo-look';
import { permitLifeCycle, type PermitStep } from '../../../src/domain/permits/permit-life-cycle';
import { mayIssue } from '../../../src/domain/permits/people';
import { approvalSigning, hasPlaceInChain } from '../../../src/domain/permits/signing';
import { submissionRefusal } from '../../../src/domain/permits/steps/submission';
import type { CommandInput, User } from '../../../src/domain/permits/snapshot';
import { inState, people, permit, rulesOf, sign, snapshot } from './permit-facts';
import { SUBMISSION } from './steps/nothing-against';

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

  describe('nor does their word let work go on', () => {
    const at = (state: Parameters<typeof inState>[0], person: User, step: PermitStep, input: CommandInput = {}) => {
      const outcome = permitLifeCycle.step(snapshot(inState(state), person, { input }), step);
      return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code) : [];
    };
    const waits = unknown(people.safety);
    it.each<[Parameters<typeof inState>[0], PermitStep, CommandInput]>([
      ['issued', 'measures', {}],
      ['active', 'gas-test', { gasPassed: true }],
      ['suspended', 'resume', {}],
      ['fire_watch', 'close', {}],
    ])('%s: %s', (state, step, input) => {
      expect(at(state, waits, step, input)).toContain('permit.seat-unconfirmed');
      expect(at(state, people.safety, step, input)).not.toContain('permit.seat-unconfirmed');
      expect(at(state, unknown(people.watcher), step, input)).not.toContain('permit.seat-unconfirmed');
      expect(at(state, unknown(people.stranger), step, input)).not.toContain('permit.seat-unconfirmed');
    });

    it.each<[Parameters<typeof inState>[0], PermitStep, CommandInput]>([
      ['active', 'gas-test', { gasPassed: false }],
      ['active', 'suspend', {}],
      ['active', 'finish', {}],
    ])('but what stops it is open: %s: %s', (state, step, input) => {
      expect(at(state, waits, step, input)).toEqual([]);
    });

    it('a photo: doubted or passed on, not accepted', () => {
      const photo = { takenBy: 'U9', welderId: 'W9', forGrid: false, passedOn: false };
      const looker = { userId: 'U1', welderId: null, roles: ['safety-officer'], seatWaiting: true };
      expect(PHOTO_VERDICTS.map((verdict) => lookRefused(photo, looker, verdict))).toEqual([
        'permit.seat-unconfirmed',
        null,
        null,
      ]);
    });
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
