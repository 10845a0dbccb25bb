import { Injectable } from '@nestjs/common';
import type { ImportKind, ImportState } from '../../domain/imports/import';
import type { Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { ImportFileRow } from '../../schema/imports/import-file.row';
import { ImportRow } from '../../schema/imports/import.row';

const NAMES = [
  'id', 'kind', 'state', 'fileName', 'fileBytes', 'sheet', 'ignored', 'leftSheets', 'fault', 'faultDetails', 'regionCode', 'enterpriseId', 'uploadedBy',
  'address', 'createdAt', 'appliedBy', 'finishedAt', 'line', 'rows', 'totalRows', 'created', 'same', 'warned', 'refused', 'toApply', 'applied',
] as const; // prettier-ignore

/** A list that is brought in. `line`: how far it is read. `toApply` of the rows are to be written, `applied` of them were looked at. */
export interface Import extends Readonly<Pick<ImportRow, (typeof NAMES)[number]>> {
  readonly kind: ImportKind;
  readonly state: ImportState;
}

const SELECT = `select ${columnsOf(ImportRow, 'i', NAMES)} from imports i`;
const PART_BYTES = 512 * 1024;
export const IMPORT_FILE = 'import.file';

@Injectable()
export class ImportStore {
  constructor(private readonly sealer: Sealer) {}

  async insert(tx: Tx, one: Partial<ImportRow>): Promise<void> {
    await tx.rows(ImportRow).insert(one);
  }

  async find(tx: Tx, id: string): Promise<Import | null> {
    return (await tx.query<Import>(`${SELECT} where i.id = $1`, [id]))[0] ?? null;
  }

  /** Locked until the transaction ends; null where another process is at work on it. */
  async lock(tx: Tx, id: string): Promise<Import | null> {
    return (await tx.query<Import>(`${SELECT} where i.id = $1 for update skip locked`, [id]))[0] ?? null;
  }

  /** As `lock`, and waits for who is at work. */
  async lockWaiting(tx: Tx, id: string): Promise<Import | null> {
    return (await tx.query<Import>(`${SELECT} where i.id = $1 for update`, [id]))[0] ?? null;
  }

  list(tx: Tx, { limit, cursor }: { readonly limit: number; readonly cursor?: string }): Promise<Import[]> {
    return tx.query<Import>(`${SELECT} where i.id < coalesce($1, 'Z') order by i.id desc limit $2`, [
      cursor ?? null,
      limit + 1,
    ]);
  }

  atWork(tx: Tx, state: ImportState): Promise<Import[]> {
    return tx.query<Import>(`${SELECT} where i.state = $1 and i.state in ('reading', 'applying') order by i.id`, [
      state,
    ]);
  }

  /** Imports of one person that are not at their end, and all of the last day. */
  async load(tx: Tx, userId: string, since: Instant): Promise<{ readonly open: number; readonly recent: number }> {
    const [row] = await tx.query<{ open: number; recent: number }>(
      `select count(*) filter (where state in ('reading', 'applying'))::int as open,
         count(*) filter (where created_at > $2)::int as recent
       from imports where uploaded_by = $1`,
      [userId, new Date(since)],
    );
    return row ?? { open: 0, recent: 0 };
  }

  async change(tx: Tx, id: string, changes: Partial<ImportRow>): Promise<void> {
    await tx.rows(ImportRow).update({ id }, changes);
  }

  /** The file holds personal data: it is encrypted piece by piece. */
  async keepFile(tx: Tx, importId: string, bytes: Buffer): Promise<void> {
    for (let part = 0; part * PART_BYTES < bytes.length; part++) {
      const piece = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
      const sealed = this.sealer.seal(IMPORT_FILE, piece.toString('base64'));
      await tx.rows(ImportFileRow).insert({ importId, part, sealed });
    }
  }

  /** One piece of the file after the other, so that memory never holds two copies of it. */
  async file(tx: Tx, importId: string, size: number): Promise<Buffer> {
    const bytes = Buffer.alloc(size);
    for (let part = 0; part * PART_BYTES < size; part++) {
      const piece = await tx.rows(ImportFileRow).findOne({ where: { importId, part } });
      if (!piece) throw new Error(`part ${part} of import ${importId} is missing`);
      bytes.set(Buffer.from(this.sealer.open(IMPORT_FILE, piece.sealed), 'base64'), part * PART_BYTES);
    }
    return bytes;
  }

  async dropFile(tx: Tx, importId: string): Promise<void> {
    await tx.rows(ImportFileRow).delete({ importId });
  }
}
