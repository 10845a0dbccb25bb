import { retypedAnswers, retypedIn } from '../support/answer-types';

/** Answers that write three or more columns again, and why they must. The list only becomes shorter. */
const EXCEPTIONS: readonly { readonly answer: string; readonly because: string }[] = [
  ...of('platform/audit/audit-entry.ts: SealedEntry', ['AuditEntryRow'], 'the seal is a hash over these names and texts, so they may not follow a column that is renamed'),
]; // prettier-ignore
const MOST_EXCEPTIONS = 1;

function of(type: string, rows: readonly string[], because: string): (typeof EXCEPTIONS)[number][] {
  return rows.map((row) => ({ answer: `${type} repeats ${row}`, because }));
}

const retyped = retypedAnswers();
const shown = retyped.map(({ file, type, row, members }) => `${file}: ${type} repeats ${row} (${members.join(', ')})`);
const keyOf = ({ file, type, row }: (typeof retyped)[number]): string => `${file}: ${type} repeats ${row}`;

describe('answers of raw SQL take their columns from the row', () => {
  it('is seen at all: within an answer, written on the spot, imported from another file, by the name that SQL gives', () => {
    const text = `
      interface Part { id: string; readonly entity_id: string | null; code: string; kind: string }
      interface Answer { n: number; parts: readonly Part[] }
      type Made = Pick<CodeRow, 'kind' | 'entityId' | 'code'> & { readonly n: number };
      tx.prepared<Answer>('select 1 from codes');
      tx.query<{ code: string; kind: string; entityId: string | null }>('');
      tx.query<Made>(''); tx.query<{ code: string; kind: string; entityId: number }>('');`;
    const found = retypedIn('modules/registry/x.ts', text).map(({ type, members }) => [type, members]);
    expect(found).toEqual([
      ['Part', ['entityId', 'code', 'kind']],
      ['(inline)', ['code', 'kind', 'entityId']],
    ]);
    const imported = `import type { Cursor } from './x'; import type { SealedEntry as Entry } from '../audit/audit-entry';
      this.query<Entry>('select 1 from audit_entries')`;
    expect(retypedIn('platform/outbox/x.ts', imported).map(({ file }) => file)).toEqual([
      'platform/audit/audit-entry.ts',
    ]);
  });

  it('none writes three or more columns of one row again', () => {
    const listed = new Set(EXCEPTIONS.map(({ answer }) => answer));
    expect(shown.filter((_, index) => !listed.has(keyOf(retyped[index]!)))).toEqual([]);
    expect([...listed].filter((one) => !retyped.map(keyOf).includes(one))).toEqual([]);
    expect(EXCEPTIONS.length).toBeLessThanOrEqual(MOST_EXCEPTIONS);
  });
});
