import { ref, shallowRef } from 'vue';
import { sendPhoto } from '@/api/files';
import { currentPosition } from '@/device/position';

/** What an instructor shows to stand in the workshop: the position, or the board that hangs there with a photo of it. */
export function usePresence() {
  const signboard = ref('');
  const photo = shallowRef<File | null>(null);

  async function shown() {
    const found = await currentPosition();
    const signboardCode = signboard.value.trim();
    if (signboardCode === '') return found ? { proof: found } : {};
    const photoId = photo.value ? await sendPhoto(photo.value, found) : undefined;
    return { proof: { ...found, signboardCode, ...(photoId && { photoId }) } };
  }
  return { signboard, photo, shown };
}
