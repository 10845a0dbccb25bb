import { Injectable } from '@nestjs/common';
import { wordKey } from '../../../domain/imports/cell-word';
import type { Found } from '../../../domain/imports/judge/found';
import { creditCodeSigns } from '../../../domain/registry/numbers/credit-code';
import { isWithin, subtreeRange } from '../../../kernel/region-code';
import type { Scope } from '../../../platform/database/scope';
import type { EnterpriseRow } from '../../../schema/registry/enterprise.row';
import type { ImportCall } from '../kinds/kind-import';

/** The cells of a row that say where something is and whose it is. */
export interface Belonging {
  readonly region?: string | null;
  readonly uscc?: string | null;
  readonly enterpriseName?: string | null;
}

export interface FoundBelonging {
  readonly region: Found;
  readonly enterprise: Found;
}

interface Row {
  readonly id: string;
  readonly key: string;
  readonly regionCode: string;
}

/** Finds regions and enterprises by what rows call them: a chunk in two statements. */
@Injectable()
export class BelongingLookup {
  async find(call: ImportCall, rows: readonly Belonging[]): Promise<FoundBelonging[]> {
    if (call.scope.kind === 'enterprise') return this.own(call, call.scope.enterpriseId, rows);
    const regions = await this.regions(call, distinct(rows.map(({ region }) => region)));
    const byCode = await this.byCode(call, distinct(rows.map(({ uscc }) => uscc)).map(creditCodeSigns));
    const unnamed = rows.filter(({ uscc }) => uscc === null || uscc === undefined);
    const byName = await this.byName(call, distinct(unnamed.map(({ enterpriseName }) => enterpriseName)));
    return rows.map(({ region, uscc, enterpriseName }) => ({
      region: found(region, (text) => regions.get(wordKey(text)), call.scope),
      enterprise: uscc
        ? found(uscc, (text) => byCode.get(creditCodeSigns(text)), call.scope)
        : found(enterpriseName, (text) => byName.get(wordKey(text)), call.scope),
    }));
  }

  /** An enterprise brings in what is its own, whatever the cells say of others. */
  private async own({ tx }: ImportCall, id: string, rows: readonly Belonging[]): Promise<FoundBelonging[]> {
    const [own] = await tx.query<Pick<EnterpriseRow, 'name' | 'uscc' | 'regionCode'>>(
      `select name, uscc, region_code as "regionCode" from enterprises where id = $1`,
      [id],
    );
    const thing: Found = own ? { id, regionCode: own.regionCode, reached: true } : 'unknown';
    const another: Found = { id: '', regionCode: '', reached: false };
    const isOwn = ({ uscc, enterpriseName }: Belonging): boolean =>
      uscc
        ? creditCodeSigns(uscc) === own?.uscc
        : !enterpriseName || wordKey(enterpriseName) === wordKey(own?.name ?? '');
    return rows.map((row) => ({ region: thing, enterprise: isOwn(row) ? thing : another }));
  }

  private async regions({ tx, scope }: ImportCall, texts: readonly string[]): Promise<Map<string, Row[]>> {
    if (texts.length === 0) return new Map();
    const range = subtreeRange(scope.kind === 'region' ? scope.regionCode : '');
    const rows = await tx.query<{ code: string; name: string }>(
      `select code, name from regions where code = any($1) or (name = any($2) and code >= $3 and code < $4)`,
      [texts.filter((text) => /^\d+$/.test(text)), texts.filter((text) => !/^\d+$/.test(text)), range.from, range.to],
    );
    return grouped(
      rows.flatMap(({ code, name }) => [code, name].map((key) => ({ id: code, key: wordKey(key), regionCode: code }))),
    );
  }

  private async byCode({ tx }: ImportCall, codes: readonly string[]): Promise<Map<string, Row[]>> {
    if (codes.length === 0) return new Map();
    const rows = await tx.query<Row>(
      `select id, uscc as key, region_code as "regionCode" from enterprises where uscc = any($1)`,
      [codes],
    );
    return grouped(rows);
  }

  private async byName({ tx, scope }: ImportCall, names: readonly string[]): Promise<Map<string, Row[]>> {
    if (names.length === 0) return new Map();
    const range = subtreeRange(scope.kind === 'region' ? scope.regionCode : '');
    const rows = await tx.query<Pick<EnterpriseRow, 'id' | 'name' | 'regionCode'>>(
      `select id, name, region_code as "regionCode" from enterprises
       where name_folded = any(select folded(n) from unnest($1::text[]) n) and region_code >= $2 and region_code < $3`,
      [names, range.from, range.to],
    );
    return grouped(rows.map((row) => ({ ...row, key: wordKey(row.name) })));
  }
}

function found(text: string | null | undefined, look: (text: string) => Row[] | undefined, scope: Scope): Found {
  if (!text) return null;
  const [one, another] = look(text) ?? [];
  if (one === undefined) return 'unknown';
  if (another !== undefined) return 'ambiguous';
  const reached = scope.kind !== 'region' || isWithin(one.regionCode, scope.regionCode);
  return { id: one.id, regionCode: one.regionCode, reached };
}

const distinct = (texts: readonly (string | null | undefined)[]): string[] => [
  ...new Set(texts.filter((text): text is string => !!text)),
];

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.key, [...(groups.get(row.key) ?? []), row]);
  return groups;
}
