import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CodeRow } from '../../../schema/registry/code.row';
import { ExternalCodeRow } from '../../../schema/registry/external-code.row';

export type CodeKind = 'machine' | 'welder' | 'permit';

/** A code of the register. A voided one (of something scrapped) still says what it was stuck on. */
export type ResolvedCode =
  | { readonly code: string; readonly kind: CodeKind; readonly entityId: string; readonly voided: boolean }
  | { readonly code: string; readonly kind: 'blank'; readonly entityId: null; readonly voided: boolean };

export interface ExternalCode extends Readonly<Pick<ExternalCodeRow, 'content' | 'system' | 'entityId'>> {
  readonly kind: 'machine' | 'welder';
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

  /** A code for each thing; those whose offered code was taken are missing. */
  async insertEach(
    tx: Tx,
    kind: CodeKind,
    offered: ReadonlyMap<string, string>,
    at: Instant,
  ): Promise<{ readonly code: string; readonly entityId: string }[]> {
    return tx.query(
      `insert into codes (code, kind, entity_id, created_at) select c.code, $2, c.id, $4 from unnest($1::text[], $3::text[]) as c(code, id)
       on conflict do nothing returning code, entity_id as "entityId"`,
      [[...offered.values()], kind, [...offered.keys()], new Date(at)],
    );
  }

  async find(tx: Tx, code: string): Promise<ResolvedCode | null> {
    const [row] = await tx.prepared<ResolvedCode>(
      `select code, kind, entity_id as "entityId", voided_at is not null as voided from codes where code = $1`,
      [code],
    );
    return row ?? null;
  }

  async findExternal(tx: Tx, content: string): Promise<ResolvedCode | null> {
    const found = await tx.rows(ExternalCodeRow).findOne({ where: { content } });
    if (!found) return null;
    return { code: content, kind: found.kind as ExternalCode['kind'], entityId: found.entityId, voided: false };
  }

  /** The row lock lets one of two claims through. */
  async claim(tx: Tx, code: string, kind: CodeKind, entityId: string): Promise<boolean> {
    const blank = { code, kind: 'blank', voidedAt: IsNull() };
    return (await tx.rows(CodeRow).update(blank, { kind, entityId })) > 0;
  }

  async void(tx: Tx, code: string, at: Instant): Promise<void> {
    await tx.rows(CodeRow).update({ code, voidedAt: IsNull() }, { voidedAt: at });
  }

  insertExternal(tx: Tx, external: ExternalCode, at: Instant): Promise<boolean> {
    return tx.rows(ExternalCodeRow).insertNew({ ...external, createdAt: at });
  }
}
