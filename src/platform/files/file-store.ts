import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ulid } from 'ulid';
import type { Position } from '../../kernel/geo';
import type { Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { FileRow } from '../../schema/platform/file.row';
import type { Tx } from '../database/unit-of-work';
import { takePicture, type Picture } from './picture';
import { VirusScanner } from './virus-scanner';

export interface Upload {
  readonly bytes: Buffer;
  /** `null` for someone without an account (a tip). */
  readonly caller: { readonly userId: string | null } | null;
  readonly at: Instant;
  /** Where the phone was; the position in the photo itself is used when this is missing. */
  readonly taken?: Position | null;
}

export interface StoredFile extends Readonly<Omit<FileRow, 'takenLat' | 'takenLng' | 'erasedAt'>> {
  readonly taken: Position | null;
}

/** Photos: evidence, kept in the database so that one backup holds all of it. */
@Injectable()
export class FileStore {
  constructor(private readonly scanner: VirusScanner) {}

  /** Checks, re-encodes and keeps a photo. Decoding takes up to a second: where the upload is large, `take` it before the transaction. */
  async store(tx: Tx, upload: Upload): Promise<Result<{ id: string }, Refusal>> {
    const taken = await this.take(upload.bytes);
    return taken.ok ? ok(await this.keep(tx, taken.value, upload)) : taken;
  }

  async take(bytes: Buffer): Promise<Result<Picture, Refusal>> {
    const refusal = await this.scanner.refusal(bytes);
    return refusal === null ? takePicture(bytes) : refused(refusal);
  }

  async keep(tx: Tx, picture: Picture, { caller, at, taken }: Omit<Upload, 'bytes'>): Promise<{ id: string }> {
    const id = unguessableId(at);
    const position = taken ?? picture.takenAt;
    const { mediaType, sha256, bytes, width, height } = picture;
    const upload = { uploadedBy: caller?.userId ?? null, uploadedAt: at };
    const place = { takenLat: position?.lat ?? null, takenLng: position?.lng ?? null };
    await tx.rows(FileRow).insert({ id, mediaType, sha256, bytes, width, height, ...place, ...upload });
    return { id };
  }

  /** Null also where the picture was erased. */
  async read(tx: Tx, id: string): Promise<StoredFile | null> {
    const row = await tx.rows(FileRow).findOne({ where: { id, erasedAt: IsNull() } });
    return row && toFile(row);
  }
}

/** Ids of one millisecond must not follow one another as `Ids` makes them: who knows one does not know the next. */
const unguessableId = (at: Instant): string => ulid(at);

const toFile = ({ takenLat, takenLng, erasedAt: _, ...file }: FileRow): StoredFile => ({
  ...file,
  taken: takenLat === null || takenLng === null ? null : { lat: takenLat, lng: takenLng },
});
