import { wrongField, type Refusal } from '../../kernel/refusal';

/** A small job needs two people: whoever confirms it is neither who declares it, nor who welds, nor of their enterprises. */
export const occupierRefusal = (isAnother: boolean): Refusal | null =>
  isAnother ? null : wrongField('occupierPhone', 'permit.occupier-not-another');
