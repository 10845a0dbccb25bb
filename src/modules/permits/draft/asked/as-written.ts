import type { FieldError, Refusal } from '../../../../kernel/refusal';
import type { DraftPermitRequest } from '../draft.dto';

/** What can be said in two ways is blamed on the field that was filled in. */
export const blamedAsWritten = (refusal: Refusal, request: DraftPermitRequest): Refusal =>
  refusal.errors ? { ...refusal, errors: refusal.errors.map((one) => asWritten(one, request)) } : refusal;

const asWritten = (error: FieldError, request: DraftPermitRequest): FieldError => ({
  ...error,
  path: pathIn(request, error.path),
});

function pathIn(
  { watcher, fireWatchId, minutes, plannedEnd, siteId, place, ...answered }: DraftPermitRequest,
  path: string,
): string {
  if (path === 'fireWatchId' && watcher?.userId !== undefined && fireWatchId === undefined) return 'watcher.userId';
  if (path === 'plannedEnd' && minutes !== undefined && plannedEnd === undefined) return 'minutes';
  if (path.startsWith('place.') && siteId !== undefined && place === undefined) return 'siteId';
  return path.startsWith('answers.') ? answerPath(answered, path) : path;
}

/** Answers may come as a list, too. */
function answerPath(
  { answers = {}, levelAnswers = [] }: Pick<DraftPermitRequest, 'answers' | 'levelAnswers'>,
  path: string,
): string {
  const code = path.slice('answers.'.length);
  const listed = levelAnswers.findIndex((one) => one.code === code);
  return code in answers || listed < 0 ? path : `levelAnswers.${listed}`;
}
