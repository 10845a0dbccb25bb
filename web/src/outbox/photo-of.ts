import { randomKey } from '@/api/pending-keys';
import type { Position } from '@/device/position';
import { shrinkPhoto } from '@/device/shrink-photo';
import type { KeptPhoto } from './kept';

/** A photo as it is kept until it is sent: made small once, with the place where it was taken. */
export async function photoToKeep(file: File, position: Position | null): Promise<KeptPhoto> {
  const small = await shrinkPhoto(file);
  return { bytes: await small.arrayBuffer(), type: small.type || 'image/jpeg', position, key: randomKey() };
}
