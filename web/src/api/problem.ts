import type { MatchReason } from '@domain/collection/duplicates';

/** One finding of a decision, in the caller's language, with what to do about it. */
export interface Finding {
  readonly code: string;
  readonly severity: 'block' | 'warn' | 'observe';
  readonly message: string;
  readonly remedy?: string | null;
  readonly legalBasis?: string | null;
}

export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message?: string;
}

/** A record that may be the one that was just collected. */
export interface MaybeKnown {
  readonly id: string;
  readonly title: string;
  readonly ownerName: string | null;
  readonly distanceM: number | null;
  readonly photoId: string | null;
  readonly collectedBy: string | null;
  readonly reasons: readonly MatchReason[];
}

/** The body of an RFC 9457 answer, as the platform fills it. */
interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly remedy?: string | null;
  readonly errors?: readonly FieldProblem[];
  readonly findings?: readonly Finding[];
  readonly decisionId?: string;
  readonly commands?: readonly string[];
  readonly candidates?: readonly MaybeKnown[];
  readonly ticket?: string;
}

/** A request that was answered "no", or got no answer (`code` is `network.unreachable` then, `status` 0). */
export class Problem extends Error {
  readonly code: string;
  readonly remedy: string | null;
  readonly errors: readonly FieldProblem[];
  readonly findings: readonly Finding[];
  /** Of a refused start: what help is asked for with. */
  readonly decisionId: string | null;
  readonly candidates: readonly MaybeKnown[];
  /** Of a sign-in whose first step held: what the second one is sent with. */
  readonly ticket: string | null;

  constructor(
    readonly status: number,
    body: ProblemBody,
  ) {
    super(body.detail ?? body.title ?? '');
    this.code = body.code ?? `http.${status}`;
    this.remedy = body.remedy ?? null;
    this.errors = body.errors ?? [];
    this.findings = body.findings ?? [];
    this.decisionId = body.decisionId ?? null;
    this.candidates = body.candidates ?? [];
    this.ticket = body.ticket ?? null;
  }
}

export const unreachable = (): Problem => new Problem(0, { code: 'network.unreachable' });

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(-1, { code: 'app.fault' });
