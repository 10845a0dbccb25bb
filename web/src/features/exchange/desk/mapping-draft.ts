import type { Schemas } from '@/api/client';

type Field = Schemas['FieldView'];
type FieldRow = Schemas['FieldRowRequest'];

/** A field of ours as it is being named. Without a name it is not exchanged. */
export interface RowDraft {
  readonly field: Field;
  name: string;
  format: FieldRow['format'];
  purpose: FieldRow['purpose'] | '';
  /** A line a word: ours, `=`, theirs. */
  codes: string;
}

/** What holds now, or the usual format and our own words. */
export const draftOf = (field: Field, now: FieldRow | undefined): RowDraft => ({
  field,
  name: now?.name ?? '',
  format: now?.format ?? field.formats[0]!,
  purpose: now?.purpose ?? '',
  codes: field.values.map((word) => `${word}=${now?.codes?.[word] ?? word}`).join('\n'),
});

/** Null where a line cannot be read. */
export function codesIn(text: string): Record<string, string> | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^\s*([^=\s]+)\s*=\s*(\S.*?)\s*$/.exec(line));
  return pairs.every((pair) => pair !== null) ? Object.fromEntries(pairs.map((pair) => [pair![1]!, pair![2]!])) : null;
}

export function linesOf({ field, name, format, purpose, codes }: RowDraft): FieldRow {
  const read = codesIn(codes) ?? {};
  const ownWords = Object.entries(read).every(([ours, theirs]) => ours === theirs);
  return {
    ...{ field: field.field, name: name.trim(), format },
    ...(!ownWords && { codes: read }),
    ...(purpose && { purpose }),
  };
}
