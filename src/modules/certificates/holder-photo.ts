import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import type { FileStore } from '../../platform/files/file-store';

/** A picture that nobody else has uploaded; none is fine. */
export const isOwnPhoto = async (files: FileStore, tx: Tx, caller: Caller, photoId: string | null): Promise<boolean> =>
  photoId === null || (await files.read(tx, photoId))?.uploadedBy === caller.userId;
