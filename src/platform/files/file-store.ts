import { Injectable } from '@nestjs/common';
import { ulid } from 'ulid';
import type { Position } from '../../kernel/geo';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../database/unit-of-work';
import { takePicture, type Picture } from './picture';

export interface Upload {
  readonly bytes: Buffer;
  /** `null` for someone without an account (a tip). */
  readonly caller: { readonly userId: string | null } | null;
  readonly at: Instant;
  /** Where the phone was; the position in the photo itself is used when this is missing. */
  readonly taken?: Position | null;
}

export interface StoredFile {
  readonly id: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly taken: Position | null;
  readonly uploadedBy: string | null;
  readonly uploadedAt: Instant;
}

interface FileRow {
  id: string;
  media_type: string;
  bytes: Buffer;
  sha256: string;
  width: number;
  height: number;
  taken_lat: number | null;
  taken_lng: number | null;
  uploaded_by: string | null;
  uploaded_at: Instant;
}

/** Photos: evidence, kept in the database so that one backup holds all of it. */
@Injectable()
export class FileStore {
  /** Checks, re-encodes and keeps a photo. Decoding takes up to a second: where the upload is large, `take` it before the transaction. */
  async store(tx: Tx, upload: Upload): Promise<Result<{ id: string }, Refusal>> {
    const taken = await this.take(upload.bytes);
    return taken.ok ? ok(await this.keep(tx, taken.value, upload)) : taken;
  }

  take(bytes: Buffer): Promise<Result<Picture, Refusal>> {
    return takePicture(bytes);
  }

  async keep(tx: Tx, picture: Picture, { caller, at, taken }: Omit<Upload, 'bytes'>): Promise<{ id: string }> {
    const id = unguessableId(at);
    const position = taken ?? picture.takenAt;
    await tx.query(
      `insert into files (id, media_type, sha256, bytes, width, height, taken_lat, taken_lng, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        picture.mediaType,
        picture.sha256,
        picture.bytes,
        picture.width,
        picture.height,
        position?.lat ?? null,
        position?.lng ?? null,
        caller?.userId ?? null,
        new Date(at),
      ],
    );
    return { id };
  }

  async read(tx: Tx, id: string): Promise<StoredFile | null> {
    const [row] = await tx.query<FileRow>('select * from files where id = $1', [id]);
    return row ? toFile(row) : null;
  }
}

/** Ids of one millisecond must not follow one another as `Ids` makes them: who knows one does not know the next. */
const unguessableId = (at: Instant): string => ulid(at);

const toFile = (row: FileRow): StoredFile => ({
  id: row.id,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  width: row.width,
  height: row.height,
  taken: row.taken_lat === null || row.taken_lng === null ? null : { lat: row.taken_lat, lng: row.taken_lng },
  uploadedBy: row.uploaded_by,
  uploadedAt: row.uploaded_at,
});
