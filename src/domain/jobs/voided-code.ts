import type { Instant } from '../../kernel/time';
import type { EndReason } from './job';

/** What came to stand against a one-time code after it had been given: an order, or what it was given for is over. */
export interface CodeVoided {
  readonly at: Instant;
  readonly because: Extract<
    EndReason,
    | 'stop-order'
    | 'permit-suspended'
    | 'permit-closed'
    | 'permit-expired'
    | 'machine-out'
    | 'welder-suspended'
    | 'certificate-revoked'
    | 'certificate-expired'
  >;
}

/**
 * A chip out of reach takes a code that was given before the work was stopped: nobody can tell it. What can be done is done
 * when it is heard: its job ended when the stop came, at the latest as it was typed, so arcs after that are covered by
 * nothing; null: nothing came in between.
 */
export function endedByVoid(
  { typedAt, workUntil }: { readonly typedAt: Instant; readonly workUntil: Instant },
  voided: CodeVoided | null,
): { readonly at: Instant; readonly reason: CodeVoided['because'] } | null {
  if (!voided || voided.at >= workUntil) return null;
  return { at: Math.max(typedAt, voided.at), reason: voided.because };
}
