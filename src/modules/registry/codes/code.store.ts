import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

export type CodeKind = 'machine' | 'welder' | 'permit';

/** A code of the register. A voided one (of something scrapped) still says what it was stuck on. */
export type ResolvedCode =
  | { readonly code: string; readonly kind: CodeKind; readonly entityId: string; readonly voided: boolean }
  | { readonly code: string; readonly kind: 'blank'; readonly entityId: null; readonly voided: boolean };

export interface ExternalCode {
  readonly content: string;
  readonly system: string;
  readonly kind: 'machine' | 'welder';
  readonly entityId: string;
}

@Injectable()
export class CodeStore {
  /** The codes that were free, of those offered. */
  async insert(
    tx: Tx,
    codes: readonly string[],
    kind: CodeKind | 'blank',
    entityId: string | null,
    at: Instant,
  ): Promise<string[]> {
    const rows = await tx.prepared<{ code: string }>(
      `insert into codes (code, kind, entity_id, created_at) select c, $2, $3, $4 from unnest($1::text[]) c
       on conflict do nothing returning code`,
      [codes, kind, entityId, new Date(at)],
    );
    return rows.map(({ code }) => code);
  }

  async find(tx: Tx, code: string): Promise<ResolvedCode | null> {
    const [row] = await tx.prepared<ResolvedCode>(
      `select code, kind, entity_id as "entityId", voided_at is not null as voided from codes where code = $1`,
      [code],
    );
    return row ?? null;
  }

  async findExternal(tx: Tx, content: string): Promise<ResolvedCode | null> {
    const [row] = await tx.query<ResolvedCode>(
      `select content as code, kind, entity_id as "entityId", false as voided from external_codes where content = $1`,
      [content],
    );
    return row ?? null;
  }

  /** The row lock lets one of two claims through. */
  async claim(tx: Tx, code: string, kind: CodeKind, entityId: string): Promise<boolean> {
    const rows = await tx.query(
      `update codes set kind = $2, entity_id = $3 where code = $1 and kind = 'blank' and voided_at is null returning code`,
      [code, kind, entityId],
    );
    return rows.length > 0;
  }

  async void(tx: Tx, code: string, at: Instant): Promise<void> {
    await tx.query('update codes set voided_at = $2 where code = $1 and voided_at is null', [code, new Date(at)]);
  }

  async insertExternal(tx: Tx, external: ExternalCode, at: Instant): Promise<boolean> {
    const rows = await tx.query(
      `insert into external_codes (content, system, kind, entity_id, created_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning content`,
      [external.content, external.system, external.kind, external.entityId, new Date(at)],
    );
    return rows.length > 0;
  }
}
