import { conflict, type Refusal } from '../../kernel/refusal';
import { AUTHORITY, hasRole } from '../people/roles';
import { beyondSmall } from '../permits/beyond-small';
import type { PlaceRule } from '../permits/place-rule';
import type { PlaceProven } from '../places/place-proof';
import { regimeNames } from '../permits/words';

/** The confirmations and the refusal of a welder's own workshop. */
export interface WorkshopState {
  readonly gridConfirmedBy: string | null;
  readonly countyConfirmedBy: string | null;
  readonly refused: boolean;
}

export type Confirmer = 'grid' | 'county';

/** A grid worker has seen it; the county's regulator answers for it. */
export const confirmerOf = (roles: readonly string[]): Confirmer | null => {
  if (hasRole({ roles }, ...AUTHORITY)) return 'county';
  return hasRole({ roles }, 'grid-worker') ? 'grid' : null;
};

/** Two people confirm, each once: nobody stands for both. */
export function confirmationRefusal(state: WorkshopState, as: Confirmer, userId: string): Refusal | null {
  if (state.refused) return conflict('workshop.settled');
  const own = as === 'grid' ? state.gridConfirmedBy : state.countyConfirmedBy;
  if (own !== null) return conflict('workshop.confirmed-already');
  const other = as === 'grid' ? state.countyConfirmedBy : state.gridConfirmedBy;
  return other === userId ? conflict('workshop.two-people') : null;
}

/** A grid worker confirms what they stand at; `proven` is where they stand. A regulator decides from the desk, too. */
export function seenRefusal(as: Confirmer, proven: PlaceProven): Refusal | null {
  if (as === 'county') return null;
  if (proven.outcome === 'unproven') return conflict('workshop.position-missing');
  if (proven.outcome !== 'outside') return null;
  return conflict('workshop.not-seen', { params: { metres: Math.round(proven.metres) } });
}

/**
 * A workshop stands in for small declarations, so it is nowhere where a small declaration is not offered: at chemical and
 * building sites, for the chemical trade, and at kinds of places that are too dangerous for one (domain.md, section 5).
 */
export function workshopRefusal(kinds: readonly string[], place: PlaceRule): Refusal | null {
  const offered = place.regimes.includes('small');
  if (!offered) {
    const regime = place.least ?? place.regimes[0] ?? 'general';
    return conflict('workshop.not-here', { params: regimeNames(regime), extra: { regime } });
  }
  const found = beyondSmall({ regime: 'small', placeKinds: kinds, answers: [] }, place.trades);
  return found ? conflict('workshop.kind-forbidden', { extra: { kind: found.code } }) : null;
}
