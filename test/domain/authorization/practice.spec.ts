import { authorize } from '../../../src/domain/authorization/authorize';
import type { Facts, PracticeFacts } from '../../../src/domain/authorization/facts';
import { practiceBearing } from '../../../src/domain/authorization/practice-rules';
import { mayStart } from '../../../src/domain/authorization/starter';
import type { Certificate } from '../../../src/domain/certificates/certificate';
import { HOUR, SECOND } from '../../../src/kernel/time';
import { certificate, machine, perfect, PLACE, T0 } from './perfect-facts';

const practice: PracticeFacts = {
  id: 'L1',
  schoolId: 'E1',
  instructorId: 'W9',
  endsAt: T0 + HOUR,
  presentUntil: T0 + 30 * SECOND,
  certificates: [{ ...certificate, id: 'C9' }],
};

/** Where hot work needs no permit. */
const area = { id: 'A1', enterpriseId: 'E1', regionCode: '411003', ...PLACE, radiusM: 30, validTo: null };

/** A pupil: no certificate and no training of their own. */
const pupil = (change: Partial<PracticeFacts> = {}, of: Partial<Facts> = {}): Facts => ({
  ...perfect,
  certificates: [],
  welder: { ...perfect.welder!, trainingEndsAt: null },
  practice: { ...practice, ...change },
  ...of,
});

const held = (change: Partial<Certificate>): Certificate[] => [{ ...certificate, ...change }];

const found = (facts: Facts, at = T0): string[] =>
  authorize(facts, at).findings.map(
    ({ code, variant, severity }) => `${code}${variant ? `:${variant}` : ''} ${severity}`,
  );

const COVERED = ['certificate.under-instruction warn'];

describe('a pupil without certificate in an instructor’s session', () => {
  it.each<[string, Facts, number, string[]]>([
    ['while it goes on', pupil(), T0, COVERED],
    ['without a session', { ...pupil(), practice: undefined }, T0, ['welder.training-overdue:unknown block', 'certificate.missing block']],
    ['one ms before the instructor has to show again', pupil(), T0 + 30 * SECOND - 1, COVERED],
    ['at that moment', pupil(), T0 + 30 * SECOND, ['welder.training-overdue:unknown block', 'certificate.missing:practice-over block']],
    ['at the end as planned', pupil({ endsAt: T0 + 5 * SECOND }), T0 + 5 * SECOND, ['welder.training-overdue:unknown block', 'certificate.missing:practice-over block']],
    ['whose instructor’s certificate is for another operation', pupil({ certificates: held({ operations: ['pressure'] }) }), T0, ['welder.training-overdue:unknown block', 'certificate.missing:instructor-uncertified block']],
    ['whose instructor is suspended and so holds none', pupil({ certificates: [] }), T0, ['welder.training-overdue:unknown block', 'certificate.missing:instructor-uncertified block']],
    ['with a one-time code', pupil({}, { asked: { ...perfect.asked, purpose: 'offline-code' } }), T0, ['welder.training-overdue:unknown block', 'certificate.missing:instructor-elsewhere block']],
    ['under the permit of a customer of the school', pupil({}, { permits: [{ ...perfect.permits[0]!, enterpriseId: 'E2' }] }), T0, [...COVERED, 'certificate.missing:practice-elsewhere block']],
    ['under a permit of nobody’s enterprise', pupil({ schoolId: null }, { permits: [{ ...perfect.permits[0]!, enterpriseId: null }] }), T0, [...COVERED, 'certificate.missing:practice-elsewhere block']],
    ['in the fixed area of the school', pupil({}, { permits: [], designatedArea: area }), T0, COVERED],
    ['in the fixed area of another', pupil({}, { permits: [], designatedArea: { ...area, enterpriseId: 'E2' } }), T0, [...COVERED, 'certificate.missing:practice-elsewhere block']],
    ['with a card that ran out', pupil({}, { certificates: held({ validTo: T0 }) }), T0, COVERED],
    ['with a card for another operation', pupil({}, { certificates: held({ operations: ['pressure'] }) }), T0, COVERED],
    ['with a card that was revoked', pupil({}, { certificates: held({ status: 'revoked' }) }), T0, ['welder.training-overdue:unknown block', 'certificate.revoked block']],
    ['with a forged card', pupil({}, { certificates: held({ status: 'forged' }) }), T0, ['welder.training-overdue:unknown block', 'certificate.forged block']],
    ['at a machine that is out of service', pupil({}, { machine: { ...machine, status: 'repair' } }), T0, ['machine.suspended block', ...COVERED]],
  ])('%s', (_, facts, at, expected) => expect(found(facts, at)).toEqual(expected)); // prettier-ignore

  it('the work ends with the session as planned: presence is looked at while it goes on', () => {
    expect(authorize(pupil(), T0).until).toBe(T0 + HOUR);
  });

  it('everything else is asked of a pupil as of anybody: the permit must name them', () => {
    const other = pupil({}, { welder: { ...perfect.welder!, id: 'W2' } });
    expect(found(other)).toContain('permit.welder-not-named block');
  });

  it('whoever holds a certificate works on it, and no session bears the work', () => {
    const certified = { ...pupil(), certificates: [certificate], welder: perfect.welder };
    expect(found(certified)).toEqual([]);
    expect([practiceBearing(certified, T0), practiceBearing(pupil(), T0)?.id]).toEqual([null, 'L1']);
  });

  it.each([
    ['the instructor', 'W9', true],
    ['another pupil', 'W2', false],
  ])('%s starts for a pupil: %s', (_, welderId, expected) => {
    const asked = pupil({}, { caller: { userId: 'U3', welderId, enterpriseId: null, roles: ['welder'] } });
    expect(mayStart(asked, authorize(asked, T0))).toBe(expected);
    if (expected) expect(found({ ...asked, asked: { ...asked.asked, photoTakenAt: null } })).toContain('welder.photo-missing block'); // prettier-ignore
  });
});
