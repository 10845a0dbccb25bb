import { shrinkPhoto } from '@/device/shrink-photo';
import type { Position } from '@/device/position';
import { answered, api, fileOf, under } from './client';

const MULTIPART = (form: FormData): FormData => form;

async function upload(form: FormData, key?: string): Promise<string> {
  // The description speaks of the form's fields; the browser writes the form itself.
  const body = form as unknown as { file: string };
  const stored = await answered(
    api.POST('/api/v1/files', { body, bodySerializer: () => MULTIPART(form), ...(key && under(key)) }),
  );
  return stored.id;
}

/** Sends a photo, with the place it was taken, and answers its id. */
export const sendPhoto = async (file: File, position: Position | null): Promise<string> =>
  sendPicture(await shrinkPhoto(file), position);

/** A photo that was made small before, under a key that it was given then. */
export const sendPhotoOnce = (photo: Blob, position: Position | null, key: string): Promise<string> =>
  sendPicture(photo, position, key);

async function sendPicture(photo: Blob, position: Position | null, key?: string): Promise<string> {
  const form = new FormData();
  if (position) {
    form.append('lat', String(position.lat));
    form.append('lng', String(position.lng));
  }
  form.append('file', photo, 'photo.jpg');
  return upload(form, key);
}

/** A drawn signature; it goes on the printed permit. */
export function sendSignature(picture: Blob): Promise<string> {
  const form = new FormData();
  form.append('file', picture, 'signature.png');
  return upload(form);
}

export const readFile = (id: string): Promise<Blob> =>
  fileOf(api.GET('/api/v1/files/{id}', { params: { path: { id } }, parseAs: 'blob' }));
