import type { MeasuredPosition, PlaceProven } from './place-proof';

/** The proof of a person's position, and how strictly the roll-out asks for it. */
export interface PlaceShown {
  readonly proven: PlaceProven;
  /** Nothing but a proof will do. */
  readonly proofEnforced: boolean;
  /** A position outside refuses. */
  readonly outsideRefused: boolean;
  /** A good position at the place, sent along with the code of its signboard: it hangs here. */
  readonly bindsSignboard: MeasuredPosition | null;
  /** The photo that proves the place together with a signboard: somebody else looks at it, too. */
  readonly signboardPhotoId: string | null;
}

/** As history keeps it. */
export const PLACE_WORDS = ['position', 'chinese-map', 'signboard', 'doubtful', 'outside', 'unproven'] as const;
export type PlaceWord = (typeof PLACE_WORDS)[number];

export const placeWord = ({ proven }: PlaceShown): PlaceWord =>
  proven.outcome === 'inside' ? proven.by : proven.outcome;
