import { shrinkPhoto } from '../device/shrink-photo';
import type { Position } from '../device/position';
import { postForm } from './http';

/** Sends a photo, with the place it was taken, and answers its id. */
export async function sendPhoto(file: File, position: Position | null): Promise<string> {
  const form = new FormData();
  if (position) {
    form.append('lat', String(position.lat));
    form.append('lng', String(position.lng));
  }
  form.append('file', await shrinkPhoto(file), 'photo.jpg');
  return (await postForm<{ id: string }>('/files', form)).id;
}

/** A drawn signature; it goes on the printed permit. */
export async function sendSignature(picture: Blob): Promise<string> {
  const form = new FormData();
  form.append('purpose', 'signature');
  form.append('file', picture, 'signature.png');
  return (await postForm<{ id: string }>('/files', form)).id;
}
