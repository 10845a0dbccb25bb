import type { Readable } from 'node:stream';
import { COLUMNS } from '../../domain/imports/columns/columns-of';
import type { Column as ImportColumn } from '../../domain/imports/column';
import type { ImportKind } from '../../domain/imports/import';
import { IMPORT_WORDS } from '../../domain/imports/words';
import { wordIn, type Language } from '../../kernel/language';
import { sheetOf, workbookOf, type Column } from '../../platform/documents/workbook';
import type { ImportRowView } from './import.dto';
import { MOST_REPORTED, type ImportReport } from './find-imports';

const WORDS = {
  'zh-CN': {
    ...{ template: '填写', notes: '填写说明', heading: '列', required: '必填', yes: '是', no: '否', note: '说明' },
    ...{ example: '示例', summary: '汇总', troubles: '需处理的行', item: '项目', count: '数量' },
    ...{ line: '行号', row: '内容', verdict: '结果', field: '列', code: '代码', message: '说明' },
    cut: `只列出前 ${MOST_REPORTED} 行，其余请在平台上查看。`,
  },
  en: {
    ...{
      template: 'Data',
      notes: 'Notes',
      heading: 'Column',
      required: 'Required',
      yes: 'yes',
      no: 'no',
      note: 'Note',
    },
    ...{ example: 'Example', summary: 'Summary', troubles: 'Rows to look at', item: 'Item', count: 'Count' },
    ...{ line: 'Row', row: 'Content', verdict: 'Result', field: 'Column', code: 'Code', message: 'What is wrong' },
    cut: `Only the first ${MOST_REPORTED} rows stand here; the platform shows the others.`,
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** An empty list with its headings and one example, and beside it what belongs in each column. */
export function templateWorkbook(kind: ImportKind, language: Language): Promise<Readable> {
  const words = WORDS[language];
  const columns = Object.values(COLUMNS[kind]);
  const headings = columns.map((column): Column<null> => {
    const header = wordIn(column.heading, language);
    return { header, width: Math.max(14, header.length * 2 + 4), value: () => column.example };
  });
  const notes: Column<ImportColumn<unknown>>[] = [
    { header: words.heading, width: 26, value: ({ heading }) => wordIn(heading, language) },
    { header: words.required, width: 8, value: ({ required }) => (required ? words.yes : words.no) },
    { header: words.note, width: 80, value: ({ note }) => wordIn(note, language) },
    { header: words.example, width: 26, value: ({ example }) => example },
  ];
  return workbookOf([sheetOf(words.template, headings, [null]), sheetOf(words.notes, notes, columns)]);
}

/** What became of an import: the counts, and each row that a person should read. */
export function reportWorkbook({ one, rows, cut }: ImportReport, language: Language): Promise<Readable> {
  const words = WORDS[language];
  const { verdict, state, kind } = IMPORT_WORDS[language];
  const summary: (readonly [string, string | number])[] = [
    [kind[one.kind], one.fileName],
    [state[one.state], one.message ?? ''],
    [verdict.created, one.counts.created],
    [verdict.same, one.counts.same],
    [verdict.warned, one.counts.warned],
    [verdict.refused, one.counts.refused],
    ...(cut ? [[words.troubles, words.cut] as const] : []),
  ];
  const troubles: Column<ImportRowView>[] = [
    { header: words.line, width: 8, value: ({ line }) => line },
    { header: words.verdict, width: 12, value: (row) => verdict[row.verdict] },
    { header: words.row, width: 30, value: ({ label }) => label },
    { header: words.field, width: 24, value: ({ fieldName }) => fieldName },
    { header: words.message, width: 70, value: ({ message }) => message },
    { header: words.code, width: 30, value: ({ code }) => code },
  ];
  return workbookOf([
    sheetOf(
      words.summary,
      [
        { header: words.item, width: 20, value: ([item]: readonly [string, string | number]) => item },
        { header: words.count, width: 40, value: ([, count]) => count },
      ],
      summary,
    ),
    sheetOf(words.troubles, troubles, rows),
  ]);
}
