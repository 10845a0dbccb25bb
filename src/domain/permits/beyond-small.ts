import { invalid, type Refusal } from '../../kernel/refusal';
import type { Industry } from '../registry/industry';
import type { LevelAnswer, Regime } from './permit';
import type { PermitRules } from './permit-rules';
import { regimesOf } from './regimes-of-trade';
import { placeKindNames } from './level-answers';
import { regimeNames } from './words';

/** Kinds of places that two people without gas test and safety officer cannot make safe. */
const KINDS: readonly string[] = ['confined-space', 'sandwich-panel'];

/**
 * Questions of all regimes that are answered with yes for flammables, for vessels that held them, or for a closed room.
 */
const ANSWERS: readonly string[] = [
  'flammables-held', 'vessels', 'small-tank-or-height', 'pressure-equipment', 'stacks-of-combustibles', 'closed-space',
  'no-fire-area', 'running-equipment', 'tank-farm-dike', 'hazardous-place',
]; // prettier-ignore

export interface SmallWork {
  readonly regime: Regime;
  readonly placeKinds: readonly string[];
  readonly answers: readonly LevelAnswer[];
}

/** The reason why work is too dangerous for a small declaration, and the permit that it needs. */
export interface BeyondSmall {
  readonly because: 'place' | 'answer';
  /** The code of the place kind or of the question. */
  readonly code: string;
  readonly instead: Regime;
}

/**
 * Null if the work may be declared as small, or is no small work. Forms and the server both ask here (domain.md,
 * section 5). `trades` are those of the enterprises at the place; without any the general permit is named.
 */
export function beyondSmall(
  { regime, placeKinds, answers }: SmallWork,
  trades: readonly Industry[],
): BeyondSmall | null {
  if (regime !== 'small') return null;
  const instead = regimeInstead(trades);
  const kind = placeKinds.find((one) => KINDS.includes(one));
  if (kind !== undefined) return { because: 'place', code: kind, instead };
  const answer = answers.find(({ code, yes }) => yes && ANSWERS.includes(code));
  return answer ? { because: 'answer', code: answer.code, instead } : null;
}

function regimeInstead(trades: readonly Industry[]): Regime {
  const larger = trades.map((trade) => regimesOf(trade).find((regime) => regime !== 'small') ?? 'general');
  return (['chemical', 'construction'] as const).find((regime) => larger.includes(regime)) ?? 'general';
}

/** The refusal names the kind of place and the permit to ask for. */
export function beyondSmallRefusal(
  work: SmallWork,
  trades: readonly Industry[],
  { placeKinds }: Pick<PermitRules, 'placeKinds'>,
): Refusal | null {
  const found = beyondSmall(work, trades);
  if (!found) return null;
  const { because, code: subject, instead } = found;
  const code = because === 'place' ? 'permit.small-not-for-place' : 'permit.small-not-for-answer';
  const params = { ...regimeNames(instead), ...placeKindNames(subject, placeKinds) };
  return invalid(code, { params, errors: [{ path: 'regime', code, params }], extra: { instead } });
}
