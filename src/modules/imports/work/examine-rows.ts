import { Injectable } from '@nestjs/common';
import type { CellTrouble } from '../../../domain/imports/read-row';
import { refusedRow, SAME, warnedRow, type ImportKind, type RowVerdict } from '../../../domain/imports/import';
import { Sealer } from '../../../platform/database/sealer';
import type { StagedRow } from '../import-row.store';
import { ImportRowStore } from '../import-row.store';
import type { ImportCall, KindImport, RowKey } from '../kinds/kind-import';

/** A row of a file as values of its kind. */
export interface RowToExamine {
  readonly line: number;
  readonly values: unknown;
  readonly fault: CellTrouble | null;
  readonly formula: string | null;
}

export const IMPORT_ROW = 'import.row';
const IMPORT_KEY = 'import.key';

interface Examined {
  readonly verdict: RowVerdict;
  readonly entityId: string | null;
  readonly key: string | null;
  readonly nth: number;
}

/** Says of each row of a chunk what would become of it, and makes it ready to be kept. */
@Injectable()
export class ExamineRows {
  constructor(
    private readonly rows: ImportRowStore,
    private readonly sealer: Sealer,
  ) {}

  async execute(
    call: ImportCall,
    { id, kind }: { readonly id: string; readonly kind: ImportKind },
    how: KindImport<unknown, unknown>,
    rows: readonly RowToExamine[],
  ): Promise<StagedRow[]> {
    const sound = rows.filter(({ fault }) => fault === null);
    const drafts = await how.drafts(call, sound.map(({ values }) => values)); // prettier-ignore
    const good = sound.flatMap(({ line }, i) => {
      const draft = drafts[i]!;
      return draft.ok ? [{ line, draft: draft.value }] : [];
    });
    const keys = good.map(({ draft }) => this.sealed(kind, how.keyOf(draft)));
    const seen = await this.rows.seen(call.tx, id, [...new Set(keys.map(({ text }) => text))]);
    const origins = await this.rows.origins(
      call.tx,
      keys.filter(({ own }) => !own).map(({ text }) => text),
    );
    const judged = await how.judge(call, good.map(({ draft }) => draft)); // prettier-ignore
    const examined = new Map<number, Examined>();
    sound.forEach(({ line }, i) => {
      const draft = drafts[i]!;
      if (!draft.ok) examined.set(line, { verdict: draft.refusal, entityId: null, key: null, nth: 0 });
    });
    good.forEach(({ line }, i) => {
      const { text, own } = keys[i]!;
      const nth = seen.get(text) ?? 0;
      seen.set(text, nth + 1);
      const before = own ? undefined : origins.get(`${text}#${nth}`);
      const verdict = before === undefined ? repeated(judged[i]!.verdict, own, nth) : SAME;
      examined.set(line, { verdict, entityId: before ?? judged[i]!.entityId, key: text, nth });
    });
    return rows.map((row) => this.staged(how, row, examined.get(row.line)));
  }

  /** Keys hold numbers of people: they are kept as keyed hashes. */
  private sealed(kind: ImportKind, { text, own }: RowKey): RowKey {
    return { own, text: this.sealer.fingerprint(IMPORT_KEY, `${kind}\0${text}`) };
  }

  private staged(how: KindImport<unknown, unknown>, row: RowToExamine, examined: Examined | undefined): StagedRow {
    const { fault, formula, line, values } = row;
    const said = fault ? refusedRow(fault.code, fault.field) : examined!.verdict;
    const verdict = formula !== null && said.verdict === 'created' ? warnedRow('import.formula', formula) : said;
    const waiting = verdict.applies;
    return {
      ...{ line, verdict: verdict.verdict, code: verdict.code, field: verdict.field, waiting },
      label: how.labelOf(values).slice(0, 200),
      key: examined?.key ?? null,
      nth: examined?.nth ?? 0,
      sealed: waiting ? this.sealer.seal(IMPORT_ROW, JSON.stringify(values)) : null,
      entityId: examined?.entityId ?? null,
    };
  }
}

/** The second row about one thing is refused; of things that have nothing of their own it may be another one. */
function repeated(verdict: RowVerdict, own: boolean, nth: number): RowVerdict {
  if (nth === 0 || !verdict.applies) return verdict;
  return own ? refusedRow('import.repeated') : warnedRow('import.looks-repeated');
}
