import { hasRole, OFFICIALS } from '../people/roles';

/** The same person or place, another one, or nobody can tell from this photo. */
export const PHOTO_VERDICTS = ['accepted', 'doubted', 'unclear'] as const;
export type PhotoVerdict = (typeof PHOTO_VERDICTS)[number];

/**
 * `signboard`: proves a place. `starter`: shows for whom somebody started. `welder`: who starts or takes over.
 * `both`: one photo of the welder beside the signboard. `again`: asked for while the work went on.
 */
export const PHOTO_KINDS = ['signboard', 'starter', 'welder', 'both', 'again'] as const;
export type PhotoKind = (typeof PHOTO_KINDS)[number];

/** A photo that waits for somebody to look at it. */
export interface PhotoSeen {
  readonly takenBy: string;
  readonly welderId: string | null;
  /** The photo belongs to a small job or to no enterprise. The grid worker checks it, too. */
  readonly forGrid: boolean;
  /** The enterprise could not tell, so an official looks. */
  readonly passedOn: boolean;
}

export interface Looker {
  readonly userId: string;
  readonly welderId: string | null;
  readonly roles: readonly string[];
  /** Holds a seat in an enterprise, and no official has confirmed yet who they are. */
  readonly seatWaiting?: boolean;
}

const isOfficial = (looker: Looker): boolean => hasRole(looker, ...OFFICIALS);
const isGridWorker = (looker: Looker): boolean => hasRole(looker, 'grid-worker');

/** Which photos a person may check; lists ask the same question in SQL. */
export const looksAt = (looker: Looker): { readonly onlyForGrid: boolean; readonly passedOn: boolean } => ({
  onlyForGrid: !isOfficial(looker) && isGridWorker(looker),
  passedOn: isOfficial(looker) || isGridWorker(looker),
});

/** Why this person may not decide; null: they may. An unconfirmed person may still doubt, because that stops the work. */
export function lookRefused(
  photo: PhotoSeen,
  looker: Looker,
  verdict: PhotoVerdict,
): 'photo-check.own-photo' | 'photo-check.not-yours' | 'permit.seat-unconfirmed' | null {
  if (photo.takenBy === looker.userId) return 'photo-check.own-photo';
  if (photo.welderId !== null && photo.welderId === looker.welderId) return 'photo-check.own-photo';
  const { onlyForGrid, passedOn } = looksAt(looker);
  if ((onlyForGrid && !photo.forGrid) || (photo.passedOn && !passedOn)) return 'photo-check.not-yours';
  return looker.seatWaiting === true && verdict === 'accepted' ? 'permit.seat-unconfirmed' : null;
}

/** What the enterprise cannot tell goes on to an official once; what an official cannot tell stays so. */
export const passesOn = (verdict: PhotoVerdict, looker: Looker): boolean =>
  verdict === 'unclear' && !looksAt(looker).passedOn;
