import { COLUMNS } from '../../domain/imports/columns/columns-of';
import type { ImportKind } from '../../domain/imports/import';
import { IMPORT_WORDS } from '../../domain/imports/words';
import { wordIn, type Language } from '../../kernel/language';
import { isoTimeOrNull } from '../../kernel/time';
import type { Catalogue } from '../../platform/i18n/catalogue';
import type { ImportRowView, ImportView } from './import.dto';
import type { ShownRow } from './import-row.store';
import type { Import } from './import.store';

/** How a field is called in the file; a name that is no column stays. */
const fieldName = (kind: ImportKind, field: string, language: Language): string => {
  const column = COLUMNS[kind][field];
  return column ? wordIn(column.heading, language) : field;
};

export const importView = (one: Import, catalogue: Catalogue, language: Language): ImportView => ({
  id: one.id,
  kind: one.kind,
  state: one.state,
  fileName: one.fileName,
  sheet: one.sheet,
  ignored: [...one.ignored],
  leftSheets: [...one.leftSheets],
  counts: { created: one.created, same: one.same, warned: one.warned, refused: one.refused },
  progress: { rows: one.rows, totalRows: one.totalRows, toApply: one.toApply, applied: one.applied },
  fault: one.fault,
  message:
    one.fault === null
      ? null
      : catalogue.text(
          one.fault,
          language,
          faultParams(one.kind, { code: one.fault, details: one.faultDetails }, language),
        ),
  createdAt: new Date(one.createdAt).toISOString(),
  finishedAt: isoTimeOrNull(one.finishedAt),
});

/** Why a file cannot be read, with the kind or the fields that the words name. */
export interface FileFault {
  readonly code: string;
  readonly details: readonly string[];
}

export function faultParams(
  kind: ImportKind,
  { code, details }: FileFault,
  language: Language,
): Readonly<Record<string, unknown>> {
  const words = IMPORT_WORDS[language].kind;
  if (code === 'import.wrong-kind') return { looksLike: words[details[0] as ImportKind], kind: words[kind] };
  if (code === 'import.sheet-hidden') return { sheet: details[0] };
  return { missing: details.map((field) => fieldName(kind, field, language)) };
}

export const rowView = (row: ShownRow, kind: ImportKind, catalogue: Catalogue, language: Language): ImportRowView => {
  const field = row.field === null ? null : fieldName(kind, row.field, language);
  return {
    ...{ line: row.line, verdict: row.verdict, code: row.code, field: row.field, label: row.label },
    ...{ entityId: row.entityId, comesIn: row.waiting },
    fieldName: field,
    message: row.code === null ? null : catalogue.text(row.code, language, { field }),
  };
};

/** For the audit trail. */
export const auditedImport = (one: Import): object => {
  const { kind, state, fileName, fileBytes, rows, created, same, warned, refused, applied } = one;
  return { kind, state, fileName, fileBytes, rows, created, same, warned, refused, applied };
};
