import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { RollState, StickerFacts } from '../../../domain/registry/code-roll';
import type { Instant } from '../../../kernel/time';
import { timestamp } from '../../../platform/database/timestamp';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CodeRow } from '../../../schema/registry/code.row';
import { ExternalCodeRow } from '../../../schema/registry/external-code.row';

export type CodeKind = 'machine' | 'welder' | 'permit' | 'training';

/** A code of the register. A voided one (of something scrapped) still says what it was stuck on. */
export type ResolvedCode =
  | {
      readonly code: string;
      readonly kind: CodeKind;
      readonly entityId: string;
      readonly voided: boolean;
      /** The code that is stuck on it instead. */
      readonly replacedBy?: string;
    }
  | { readonly code: string; readonly kind: 'blank'; readonly entityId: null; readonly voided: boolean };

interface Bound {
  readonly kind: CodeKind;
  readonly entityId: string;
}

/** The sticker that counts, since when and why. */
export interface Beside {
  readonly code: string;
  readonly reason: string;
  readonly at: Instant;
}

interface NewCodes {
  readonly kind: CodeKind | 'blank';
  readonly entityId: string | null;
  readonly rollId: string | null;
  readonly at: Instant;
}

export interface ExternalCode extends Readonly<Pick<ExternalCodeRow, 'content' | 'system' | 'entityId'>> {
  readonly kind: 'machine' | 'welder';
}

export type KnownExternal = ExternalCode & Pick<ExternalCodeRow, 'createdAt'>;

/** More stickers than a machine has sides. */
const MOST_EXTERNALS = 50;

@Injectable()
export class CodeStore {
  /** The codes that were free, of those offered. */
  async insert(tx: Tx, codes: readonly string[], { kind, entityId, rollId, at }: NewCodes): Promise<string[]> {
    const rows = await tx.prepared<{ code: string }>(
      `insert into codes (code, kind, entity_id, roll_id, created_at) select c, $2, $3, $4, $5 from unnest($1::text[]) c
       on conflict do nothing returning code`,
      [codes, kind, entityId, rollId, new Date(at)],
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

  /** What decides whether a sticker may be bound; null where it is none of ours. */
  async sticker(tx: Tx, code: string): Promise<StickerFacts | null> {
    const [row] = await tx.query<Omit<StickerFacts, 'roll'> & { state: RollState | null; regionCode: string }>(
      `select c.kind, c.voided_at is not null as voided, r.state, r.region_code as "regionCode"
       from codes c left join code_rolls r on r.id = c.roll_id where c.code = $1`,
      [code],
    );
    if (!row) return null;
    const { kind, voided, state, regionCode } = row;
    return { kind, voided, roll: state === null ? null : { state, regionCode } };
  }

  /** The sticker of a machine gave way to another; it goes on saying what it was stuck on. */
  async replace(tx: Tx, code: string, by: Beside): Promise<void> {
    await tx.rows(CodeRow).update({ code }, { replacedBy: by.code, replacedAt: by.at, replaceReason: by.reason });
  }

  /** Of a lost roll, what was not stuck on anything. How many those were. */
  voidBlanks(tx: Tx, rollId: string, at: Instant): Promise<number> {
    return tx.rows(CodeRow).update({ rollId, kind: 'blank', voidedAt: IsNull() }, { voidedAt: at });
  }

  async find(tx: Tx, code: string): Promise<ResolvedCode | null> {
    const [row] = await tx.prepared<Exclude<ResolvedCode, { kind: 'blank' }> & { replacedBy: string | null }>(
      `select code, kind, entity_id as "entityId", voided_at is not null as voided,
         case when replaced_by is not null then coalesce((select m.code from machines m where m.id = entity_id), replaced_by) end as "replacedBy"
       from codes where code = $1`,
      [code],
    );
    if (!row) return null;
    const { replacedBy, ...found } = row;
    return replacedBy === null ? found : { ...found, replacedBy };
  }

  async findExternal(tx: Tx, content: string): Promise<ResolvedCode | null> {
    const found = await tx.rows(ExternalCodeRow).findOne({ where: { content } });
    if (!found) return null;
    return { code: content, kind: found.kind as ExternalCode['kind'], entityId: found.entityId, voided: false };
  }

  /** The row lock lets one of two claims through. `beside`: the thing has a sticker that counts, and this one only leads to it. */
  async claim(tx: Tx, code: string, { kind, entityId }: Bound, beside?: Beside): Promise<boolean> {
    const blank = { code, kind: 'blank', voidedAt: IsNull() };
    const replaced = beside && { replacedBy: beside.code, replacedAt: beside.at, replaceReason: beside.reason };
    return (await tx.rows(CodeRow).update(blank, { kind, entityId, ...replaced })) > 0;
  }

  async void(tx: Tx, code: string, at: Instant): Promise<void> {
    await tx.rows(CodeRow).update({ code, voidedAt: IsNull() }, { voidedAt: at });
  }

  insertExternal(tx: Tx, external: ExternalCode, at: Instant): Promise<boolean> {
    return tx.rows(ExternalCodeRow).insertNew({ ...external, createdAt: at });
  }

  async insertExternals(tx: Tx, externals: readonly ExternalCode[], at: Instant): Promise<void> {
    if (externals.length === 0) return;
    await tx.query(
      `insert into external_codes (content, system, kind, entity_id, created_at)
       select c.content, c.system, c.kind, c.id, $5 from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as c(content, system, kind, id)
       on conflict do nothing`,
      [
        ...[externals.map(({ content }) => content), externals.map(({ system }) => system)],
        ...[externals.map(({ kind }) => kind), externals.map(({ entityId }) => entityId), timestamp(at)],
      ],
    );
  }

  externalsOf(tx: Tx, { kind, entityId }: Pick<ExternalCode, 'kind' | 'entityId'>): Promise<KnownExternal[]> {
    const found = { where: { kind, entityId }, order: { createdAt: 'ASC' as const }, take: MOST_EXTERNALS };
    return tx.rows(ExternalCodeRow).find(found) as Promise<KnownExternal[]>;
  }

  async removeExternal(tx: Tx, content: string): Promise<void> {
    await tx.rows(ExternalCodeRow).delete({ content });
  }
}
