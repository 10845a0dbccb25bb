import { smallJobsHere, type SmallJobAt } from '../../../src/domain/permits/small-again';
import { rulesOf } from './permit-facts';

const { again, samePlace: same } = rulesOf({ regime: 'small', level: 'one' }).small;
const rule = { withinM: again!.withinM, same };
const METRE = 1 / 111_195;
const job = (north: number, who: string, change: Partial<SmallJobAt> = {}): SmallJobAt => ({
  lat: 34 + north * METRE,
  lng: 113.8,
  radiusM: 100,
  occupierPhoneHash: `phone-${who}`,
  occupierEnterpriseId: null,
  welderIds: [`welder-${who}`],
  applicantId: `account-${who}`,
  ...change,
});
const shared = {
  'occupier’s phone': { occupierPhoneHash: 'phone-a' },
  'occupier’s enterprise': { occupierEnterpriseId: 'E9' },
  welder: { welderIds: ['welder-other', 'welder-a'] },
  applicant: { applicantId: 'account-a' },
};
const here = job(0, 'a', { occupierEnterpriseId: 'E9' });
const count = (other: SmallJobAt, grounds: Parameters<typeof smallJobsHere>[2] = []) =>
  smallJobsHere(here, [other], grounds, rule);

describe('the third small at a place: what is one place', () => {
  it.each(Object.entries(shared))('a pin moved by 85 m with the same %s', (_, same) => {
    expect(count(job(85, 'b', same))).toBe(1);
    expect(count(job(-199, 'b', same))).toBe(1);
    expect(count(job(201, 'b', same))).toBe(0); // no spot proves both
    expect(count(job(151, 'b', { ...same, radiusM: 50 }))).toBe(0);
  });

  it('on the ground of one site, not beside it', () => {
    const ground = { circle: { lat: 34, lng: 113.8, radiusM: 90 } };
    expect(count(job(85, 'b'), [ground])).toBe(1);
    expect(count(job(95, 'b'), [ground])).toBe(0);
  });

  it('an honest neighbour 60 m away shares nothing; within 50 m it does not matter who', () => {
    expect(count(job(60, 'b'))).toBe(0);
    expect(count(job(49, 'b'))).toBe(1);
  });

  it('two without a named occupier, declared by officials, share nothing by that', () => {
    const official = { occupierPhoneHash: null, occupierEnterpriseId: null, applicantId: null };
    expect(smallJobsHere(job(0, 'a', official), [job(60, 'b', official)], [], rule)).toBe(0);
  });

  it('before the rule began, pins alone', () => {
    expect(smallJobsHere(here, [job(60, 'a')], [], { ...rule, same: [] })).toBe(0);
  });
});
