import { unlockClaims } from '../../../src/domain/jobs/unlock-claims';
import { HOUR } from '../../../src/kernel/time';

const at = 1_767_225_600_999;
const unlock = { jobId: 'J1', chipNo: 'TEST00000001', boot: 7, outlet: 2, workUntil: at + HOUR, idleLimitS: 7200 };

describe('an unlock token says', () => {
  it('what docs/chip-protocol.md asks for, in whole seconds', () => {
    expect(unlockClaims(unlock, at)).toEqual({
      iss: 'hanan', sub: 'TEST00000001', jti: 'J1', iat: 1_767_225_600, exp: 1_767_225_610, until: 1_767_229_200, idle: 7200, boot: 7, outlet: 2,
    }); // prettier-ignore
  });

  it.each([
    ['8 h less a second', 8 * HOUR - 1_000, 8 * 3_600 - 1],
    ['8 h', 8 * HOUR, 8 * 3_600],
    ['8 h and a second', 8 * HOUR + 1_000, 8 * 3_600],
  ])('never more than eight hours: %s', (_, length, seconds) => {
    const claims = unlockClaims({ ...unlock, workUntil: at + length }, at);
    expect(claims.until - claims.iat).toBe(seconds);
  });
});
