import { provenBySignboard } from '../../../domain/authorization/place-rules';
import type { PhotoKind } from '../../../domain/jobs/photo-look';
import { PermitRules } from '../../../domain/permits/permit-rules';
import { MINUTE } from '../../../kernel/time';
import type { PhotoToCheck } from '../../permits/signboard/photo-checks';
import type { DecisionRecord } from '../decision.store';
import type { NewJob } from '../new-job';
import type { Question } from '../question';

/** The photos that came with the start of a job: of the welder, and of a signboard that proves the place. */
export function photosToCheck(
  record: DecisionRecord,
  job: NewJob,
  { photoId, proofPhotoId }: Pick<Question, 'photoId' | 'proofPhotoId'>,
): PhotoToCheck[] {
  const { facts, decision, at } = record;
  const { regionCode, enterpriseId, permitId, welderId } = job;
  const minutes = new PermitRules(facts.rules, { regime: '', level: '', regionCode }, at).place.photoCheckMinutes;
  const takenBy = facts.caller.userId;
  if (minutes === null || takenBy === null || facts.asked.goesOn) return [];
  const forGrid = isForGrid(record, job);
  const dueAt = at + minutes * MINUTE;
  const of = { permitId, jobId: job.id, welderId, takenBy, enterpriseId, regionCode, forGrid, dueAt };
  const standsIn = facts.caller.welderId !== welderId && facts.asked.purpose === 'start';
  const board = provenBySignboard(facts, decision, at) ? proofPhotoId : null;
  const kind: PhotoKind = photoId === board ? 'both' : standsIn ? 'starter' : 'welder';
  return [
    ...(photoId === null ? [] : [{ ...of, photoId, kind }]),
    ...(board === null || board === photoId ? [] : [{ ...of, photoId: board, kind: 'signboard' as const }]),
  ];
}

/** No safety officer of an enterprise looks at a small job's photo, or at that of somebody who works for themselves. */
export const isForGrid = ({ facts }: DecisionRecord, { permitId, enterpriseId }: NewJob): boolean =>
  enterpriseId === null || facts.permits.some(({ id, regime }) => id === permitId && regime === 'small');
