import type { PermitRecord } from '../../../domain/permits/steps/step';
import type { PhotoToCheck } from './photo-checks';

/** A photo of a signboard that somebody has to look at: the grid where no enterprise has a safety officer for it. */
export function photoAsked(
  permitId: string,
  { permit, photoId, takenBy, dueAt }: Extract<PermitRecord, { kind: 'photo-to-check' }>,
): PhotoToCheck {
  const { enterpriseId, regionCode, regime } = permit;
  const forGrid = regime === 'small' || enterpriseId === null;
  const place = { permitId, enterpriseId, regionCode, forGrid };
  return { jobId: null, welderId: null, kind: 'signboard', photoId, takenBy, dueAt, ...place };
}
