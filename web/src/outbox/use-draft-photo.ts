import { onMounted, shallowRef, watch, type ShallowRef } from 'vue';
import { session } from '@/api/session';
import { draftPhoto, dropDraftPhoto, keepDraftPhoto } from './kept-store';

/** A form's photo, kept on this device like the words beside it. Without a disk to keep it on it stays in the page. */
export function useDraftPhoto(name: string): ShallowRef<File | null> {
  const key = `${session.value.user?.id ?? ''}.${name}`;
  const photo = shallowRef<File | null>(null);
  onMounted(async () => {
    const kept = await draftPhoto(key).catch(() => undefined);
    if (kept && !photo.value) photo.value = new File([kept.bytes], 'photo.jpg', { type: kept.type });
  });
  watch(photo, async (file) => {
    const write = file
      ? keepDraftPhoto(key, { bytes: await file.arrayBuffer(), type: file.type })
      : dropDraftPhoto(key);
    await write.catch(() => undefined);
  });
  return photo;
}

/** Puts a photo back into the form that it was sent from. */
export const putDraftPhoto = (name: string, photo: { bytes: ArrayBuffer; type: string }): Promise<unknown> =>
  keepDraftPhoto(`${session.value.user?.id ?? ''}.${name}`, photo);
