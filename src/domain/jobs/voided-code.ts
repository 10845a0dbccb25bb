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
 * A chip out of reach accepts a code that was given before the work was stopped, because the stop cannot reach it. When
 * the chip is heard again, its job counts as ended at the stop, or when the code was typed if that was later. No job
 * covers arcs after that. Null: no stop came in between.
 */
export function endedByVoid(
  { typedAt, workUntil }: { readonly typedAt: Instant; readonly workUntil: Instant },
  voided: CodeVoided | null,
): { readonly at: Instant; readonly reason: CodeVoided['because'] } | null {
  if (!voided || voided.at >= workUntil) return null;
  return { at: Math.max(typedAt, voided.at), reason: voided.because };
}
