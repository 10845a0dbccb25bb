import { provenBySignboard } from '../../../domain/authorization/place-rules';
import { PermitRules } from '../../../domain/permits/permit-rules';
import { MINUTE } from '../../../kernel/time';
import type { PhotoToCheck } from '../../permits/signboard/photo-checks';
import type { DecisionRecord } from '../decision.store';
import type { NewJob } from '../new-job';
import type { Question } from '../question';

/** The photos that let a job begin: of whoever was started for, and of a signboard that proves the place. */
export function photosToCheck(
  { facts, decision, at }: DecisionRecord,
  job: NewJob,
  { photoId, proofPhotoId }: Pick<Question, 'photoId' | 'proofPhotoId'>,
): PhotoToCheck[] {
  const { regionCode, enterpriseId, permitId, welderId } = job;
  const minutes = new PermitRules(facts.rules, { regime: '', level: '', regionCode }, at).place.photoCheckMinutes;
  const takenBy = facts.caller.userId;
  if (minutes === null || takenBy === null || facts.asked.goesOn) return [];
  const of = { permitId, jobId: job.id, welderId, takenBy, enterpriseId, regionCode, dueAt: at + minutes * MINUTE };
  const standsIn = facts.caller.welderId !== welderId && facts.asked.purpose === 'start';
  return [
    ...(standsIn && photoId !== null ? [{ ...of, photoId, kind: 'starter' as const }] : []),
    ...(proofPhotoId !== null && provenBySignboard(facts, decision, at)
      ? [{ ...of, photoId: proofPhotoId, kind: 'signboard' as const }]
      : []),
  ];
}
