import type { BeginsAtSubmission } from '../../../../domain/permits/planned-time';
import type { PlannedTime } from '../../../../domain/permits/validity';
import { MINUTE, type Instant } from '../../../../kernel/time';
import type { DraftPermitRequest } from '../draft.dto';
import type { PlaceRequest } from './place.dto';

type SaidOtherwise = 'place' | 'siteId' | 'plannedStart' | 'plannedEnd' | 'minutes' | 'fireWatchId' | 'watcher';

/** A request once the platform has filled in what it knows itself: its clock, the place of a site, the watcher however named. */
export interface AskedWork extends Omit<DraftPermitRequest, SaidOtherwise>, PlannedTime, BeginsAtSubmission {
  readonly place: PlaceRequest;
  readonly siteId: string | null;
  readonly fireWatchId: string | null;
}

export const watcherAsked = ({ fireWatchId, watcher }: DraftPermitRequest): string | null =>
  watcher?.userId ?? fireWatchId ?? null;

export function askedWork(request: DraftPermitRequest, place: PlaceRequest, at: Instant): AskedWork {
  const { plannedStart: start, plannedEnd: end, minutes, watcher: _, siteId = null, ...rest } = request;
  const plannedStart = start === undefined ? at : Date.parse(start);
  const lasts = minutes ?? 0;
  return {
    ...rest,
    place,
    siteId,
    plannedStart,
    plannedEnd: end === undefined ? plannedStart + lasts * MINUTE : Date.parse(end),
    startsNow: start === undefined,
    lastsMinutes: start === undefined ? (minutes ?? null) : null,
    fireWatchId: watcherAsked(request),
  };
}
