import { shanghaiDate, type Instant } from '../../kernel/time';
import type { Certificate, Operation } from './certificate';
import { CERTIFICATE_STATES, stateAt, type CertificateState } from './certificate-state';

/** What a list shows of a person's certificates. */
export interface BestCard {
  readonly state: CertificateState | 'missing';
  /** The last day of the one shown, `YYYY-MM-DD`. */
  readonly validTo: string | null;
  /** What those in order let their holder do. */
  readonly operations: Operation[];
}

/** One in order is enough; otherwise the one that is nearest to it. */
export function bestCard(cards: readonly Certificate[], at: Instant, reviewsEnd: Instant): BestCard {
  const judged = cards
    .map((card) => ({ card, rank: CERTIFICATE_STATES.indexOf(stateAt(card, at, reviewsEnd)) }))
    .sort((a, b) => a.rank - b.rank || b.card.validTo - a.card.validTo);
  const [best] = judged;
  if (!best) return { state: 'missing', validTo: null, operations: [] };
  const inOrder = judged.filter(({ rank }) => rank === 0).flatMap(({ card }) => card.operations);
  return {
    state: CERTIFICATE_STATES[best.rank] ?? 'missing',
    validTo: shanghaiDate(best.card.validTo - 1),
    operations: [...new Set(inOrder)],
  };
}
