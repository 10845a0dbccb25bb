import { HOUR, SECOND, type Instant } from '../../kernel/time';

/** What a job's unlock token says, as far as it is known when the job is reserved. */
export interface Unlock {
  readonly jobId: string;
  readonly chipNo: string;
  readonly boot: number;
  readonly outlet: number;
  readonly workUntil: Instant;
  readonly idleLimitS: number;
}

/** Claims of the compact JWS (docs/chip-protocol.md); times in seconds, as RFC 7519 has them. */
export interface UnlockClaims {
  readonly iss: 'hanan';
  readonly sub: string;
  readonly jti: string;
  readonly iat: number;
  readonly exp: number;
  readonly until: number;
  readonly idle: number;
  readonly boot: number;
  readonly outlet: number;
}

const UNLOCK_LIVES_S = 10;
const LONGEST_MS = 8 * HOUR;

/** Made at the moment of sending; a chip refuses it ten seconds later. Never grants more than eight hours. */
export function unlockClaims(unlock: Unlock, at: Instant): UnlockClaims {
  const iat = Math.floor(at / SECOND);
  return {
    iss: 'hanan',
    sub: unlock.chipNo,
    jti: unlock.jobId,
    iat,
    exp: iat + UNLOCK_LIVES_S,
    until: Math.floor(Math.min(unlock.workUntil, at + LONGEST_MS) / SECOND),
    idle: unlock.idleLimitS,
    boot: unlock.boot,
    outlet: unlock.outlet,
  };
}
