import { onScopeDispose } from 'vue';
import { currentPosition } from '@/device/position';
import { randomKey } from '@/api/pending-keys';
import type { Kept, KeptPicture } from './kept';
import { givenNow, handOver, type Handed } from './outbox';
import { photoToKeep } from './photo-of';

type Typed = Pick<Kept, 'about' | 'what' | 'form'>;

/** A form that is kept on the device and sent once: now, or when there is network again. A drawn signature is its photo. */
export function useHandOver() {
  let here = true;
  onScopeDispose(() => (here = false));
  return async <T>(typed: Typed, taken: readonly File[] = [], signature: Blob | null = null): Promise<Handed<T>> => {
    const givenAt = givenNow();
    const position = taken.length > 0 ? await currentPosition() : null;
    const pictures = await Promise.all(
      taken.map(async (file): Promise<KeptPicture> => ({ ...(await photoToKeep(file, position)), use: 'photo' })),
    );
    const drawn = signature && {
      ...{ bytes: await signature.arrayBuffer(), type: signature.type, position: null, key: randomKey() },
    };
    const more = { ...(pictures.length > 0 && { pictures }), ...(drawn && { photo: drawn }) };
    return handOver<T>({ ...typed, ...more }, givenAt, () => here);
  };
}
