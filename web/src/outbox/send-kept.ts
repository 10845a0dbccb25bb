import { sendPhotoOnce } from '@/api/files';
import { askHelpOnce } from '@/api/help';
import { commandPermitOnce } from '@/api/permits';
import { asProblem, type Problem } from '@/api/problem';
import { recordViolationOnce } from '@/api/violations';
import type { Kept, KeptPhoto } from './kept';
import { replaceItem } from './kept-store';

const UNAUTHORIZED = 401;
const TIMEOUT = 408;
const TOO_MANY = 429;
/** The platform still works on the same request. */
const IN_PROGRESS = 'idempotency.in-progress';

/** No answer of the platform about the thing itself: it is sent again later. */
const isLater = ({ status, code }: Problem): boolean =>
  [0, UNAUTHORIZED, TIMEOUT, TOO_MANY].includes(status) || code === IN_PROGRESS;

export type Outcome =
  | { readonly what: 'sent'; readonly answer: unknown }
  | { readonly what: 'later' }
  | { readonly what: 'refused'; readonly problem: Problem };

export async function sendKept(item: Kept): Promise<Outcome> {
  try {
    return { what: 'sent', answer: await deliver(item) };
  } catch (error) {
    const problem = asProblem(error);
    return isLater(problem) ? { what: 'later' } : { what: 'refused', problem };
  }
}

async function deliver(item: Kept): Promise<unknown> {
  const { what, key } = item;
  const photoId = item.photo && (await stored(item, item.photo));
  if (what.kind === 'record') return recordViolationOnce({ ...what.body, photoIds: photoId ? [photoId] : [] }, key);
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
