import { collectOnce, type CollectBody } from '@/api/collections';
import { sendPhotoOnce } from '@/api/files';
import { recordDrillOnce } from '@/api/drills';
import { askHelpOnce } from '@/api/help';
import { commandPermitOnce } from '@/api/permits';
import { addFindingOnce, takeInspectionStepOnce } from '@/api/inspections';
import { asProblem, type Problem } from '@/api/problem';
import { reportInternallyOnce } from '@/api/internal-reports';
import { keepAnswersOnce, signSelfCheckOnce } from '@/api/self-checks';
import { recordViolationOnce } from '@/api/violations';
import type { Kept, KeptPhoto, KeptPicture } from './kept';
import { replaceItem } from './kept-store';

const UNAUTHORIZED = 401;
const TIMEOUT = 408;
const TOO_MANY = 429;
/** The platform still works on the same request. */
const IN_PROGRESS = 'idempotency.in-progress';
/** What it belongs to waits on this phone, too: others may go before it. */
const OWNER_NOT_YET = 'collection.owner-not-yet';

/** No answer of the platform about the thing itself: it is sent again later. */
const isLater = ({ status, code }: Problem): boolean =>
  [0, UNAUTHORIZED, TIMEOUT, TOO_MANY].includes(status) || code === IN_PROGRESS;

export type Outcome =
  | { readonly what: 'sent'; readonly answer: unknown }
  | { readonly what: 'later' }
  | { readonly what: 'blocked' }
  | { readonly what: 'refused'; readonly problem: Problem };

export async function sendKept(item: Kept): Promise<Outcome> {
  try {
    return { what: 'sent', answer: await deliver(item) };
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === OWNER_NOT_YET) return { what: 'blocked' };
    return isLater(problem) ? { what: 'later' } : { what: 'refused', problem };
  }
}

async function deliver(item: Kept): Promise<unknown> {
  const { what, key } = item;
  if (what.kind === 'collection') return collectOnce(withPictures(what.body, await allStored(item)), key);
  if (what.kind === 'drill')
    return recordDrillOnce({ ...what.body, photoIds: await withTaken(what.body.photoIds, item) }, key);
  if (what.kind === 'internal-report')
    return reportInternallyOnce({ ...what.body, photoIds: await withTaken(what.body.photoIds, item) }, key);
  if (what.kind === 'self-check-answers') return keepAnswersOnce(what.checkId, what.answers, key);
  const photoId = item.photo && (await stored(item, item.photo));
  if (what.kind === 'record') return recordViolationOnce({ ...what.body, photoIds: photoId ? [photoId] : [] }, key);
  if (what.kind === 'inspection-finding')
    return addFindingOnce(what.inspectionId, { ...what.body, photoIds: photoId ? [photoId] : [] }, key);
  if (what.kind === 'inspection-step') {
    const picture = what.step === 'sign' ? { signatureId: photoId } : { photoId };
    return takeInspectionStepOnce(what.inspectionId, what.step, { ...what.body, ...(photoId && picture) }, key);
  }
  if (what.kind === 'self-check-sign')
    return signSelfCheckOnce(what.checkId, { ...what.body, signatureId: photoId ?? '' }, key);
  if (what.kind === 'help') return askHelpOnce({ ...what.body, ...(photoId && { photoId }) }, key);
  return commandPermitOnce(what.permitId, what.kind, { ...what.body, ...(photoId && { photoId }) }, key);
}

/** The photo's id is kept at once: the same body must go under the same key when the rest is sent again. */
async function stored(item: Kept, photo: KeptPhoto): Promise<string> {
  if (photo.storedId) return photo.storedId;
  const storedId = await sendPhotoOnce(new Blob([photo.bytes], { type: photo.type }), photo.position, photo.key);
  await replaceItem({ ...item, photo: { ...photo, storedId } });
  return storedId;
}

/** Each id is kept as soon as its picture is there, as above. */
async function allStored(item: Kept): Promise<KeptPicture[]> {
  let pictures = [...(item.pictures ?? [])];
  for (const [i, picture] of pictures.entries()) {
    if (picture.storedId) continue;
    const storedId = await sendPhotoOnce(
      new Blob([picture.bytes], { type: picture.type }),
      picture.position,
      picture.key,
    );
    pictures = pictures.with(i, { ...picture, storedId });
    await replaceItem({ ...item, pictures });
  }
  return pictures;
}

/** Photos that were stored while the form was filled in, and those that waited for network. */
const withTaken = async (before: readonly string[] = [], item: Kept): Promise<string[]> => [
  ...before,
  ...(await allStored(item)).flatMap(({ storedId }) => storedId ?? []),
];

function withPictures(body: CollectBody, pictures: readonly KeptPicture[]): CollectBody {
  const idOf = (use: KeptPicture['use']): string | undefined => pictures.find((one) => one.use === use)?.storedId;
  const photoIds = pictures.flatMap(({ use, storedId }) => (use !== 'signature' && storedId ? [storedId] : []));
  const { machine, welder } = body;
  const [signatureId, photoId] = [idOf('signature'), idOf('certificate')];
  return {
    ...body,
    photoIds,
    ...(machine && { machine: { ...machine, ...(signatureId && { signatureId }) } }),
    ...(welder?.certificate && {
      welder: { ...welder, certificate: { ...welder.certificate, ...(photoId && { photoId }) } },
    }),
  };
}
