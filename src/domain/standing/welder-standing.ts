import { shanghaiDate, type Instant } from '../../kernel/time';
import type { Certificate, Operation } from '../certificates/certificate';
import { stateAt, type CertificateState } from '../certificates/certificate-state';
import type { Standing, Tone } from './standing';

export interface WelderToJudge {
  readonly suspended: boolean;
  readonly certificates: readonly Certificate[];
  /** Rule `certificate.review-abolished-from`. */
  readonly reviewAbolishedFrom: Instant;
  /** Rule `certificate.warn-days`. */
  readonly warnMs: number;
}

export type WelderCode = 'suspended' | 'no-certificate' | 'valid-soon' | CertificateState;

export interface WelderStanding extends Standing<WelderCode> {
  /**
   * The operations that the valid certificates of the welder cover, and the first last day among them (`YYYY-MM-DD`).
   */
  readonly operations: readonly Operation[];
  readonly validTo: string | null;
}

/** If no certificate is valid, the one that lacks the least says what to correct. */
const WORTHLESS: readonly (readonly [CertificateState, Tone])[] = [
  ['unverified', 'amber'],
  ['not-yet-valid', 'amber'],
  ['expired', 'red'],
  ['review-overdue', 'red'],
  ['revoked', 'red'],
  ['forged', 'red'],
];

/** Whether this welder may weld at all, whatever the machine: one certificate in order is enough. */
export function welderStanding(welder: WelderToJudge, at: Instant): WelderStanding {
  const states = welder.certificates.map((one) => ({ one, state: stateAt(one, at, welder.reviewAbolishedFrom) }));
  const valid = states.filter(({ state }) => state === 'valid').map(({ one }) => one);
  const operations = [...new Set(valid.flatMap((one) => one.operations))];
  const first = valid.length === 0 ? null : Math.min(...valid.map(({ validTo }) => validTo));
  const held = { operations, validTo: first === null ? null : shanghaiDate(first - 1) };
  if (welder.suspended) return { ...held, tone: 'red', code: 'suspended' };
  if (first !== null && held.validTo !== null)
    return {
      ...held,
      tone: 'green',
      code: at >= first - welder.warnMs ? 'valid-soon' : 'valid',
      params: { validTo: held.validTo },
    };
  const nearest = WORTHLESS.find(([state]) => states.some((one) => one.state === state));
  return nearest ? { ...held, tone: nearest[1], code: nearest[0] } : { ...held, tone: 'red', code: 'no-certificate' };
}
