import { CONTRACT_WORDS } from '../../domain/contracts/words';
import type { LedgerChapter, LedgerColumn } from '../../domain/ledger/chapters';
import { LEDGER_WORDS } from '../../domain/ledger/words';
import { SELF_CHECK_WORDS } from '../../domain/self-checks/words';
import type { Language } from '../../kernel/language';
import type { BothCountsView } from '../contracts/contract.dto';
import type { EnterpriseFacts } from '../registry/registry.reader';
import type { CellValue } from '../reports/documents/cells';
import type { ReportPages, ReportTable } from '../reports/documents/report-pages';
import { cellWords } from './ledger-cells';
import type { LedgerPeriod } from './ledger-period';
import type { LedgerQuestion, LedgerRow } from './ledger-rows.view';

export interface LedgerContent {
  readonly firm: EnterpriseFacts;
  readonly regionName: string;
  readonly counts: BothCountsView;
  readonly period: LedgerPeriod;
  readonly rows: Readonly<Record<LedgerQuestion, readonly LedgerRow[]>>;
  /** When it was made, in China. */
  readonly madeAt: string;
}

type Columns = readonly (readonly [LedgerColumn, (row: LedgerRow) => CellValue])[];
type Chaptered = Exclude<LedgerQuestion, 'firm'>;
const plain = (name: string) => (row: LedgerRow): CellValue => {
  const value = row[name] ?? null;
  return Array.isArray(value) ? value.join(' ') : value;
}; // prettier-ignore
const span = (row: LedgerRow): string => `${String(row['from'] ?? '')} – ${String(row['to'] ?? '')}`;

/** 迎检台账: everything that the platform holds of one enterprise, chapter by chapter. */
export function ledgerPages(content: LedgerContent, language: Language): ReportPages {
  const { chapter, title, word } = LEDGER_WORDS[language];
  const { firm, period, madeAt } = content;
  const columns = columnsOf(language);
  const table = (name: Chaptered): ReportTable => ({
    ...tableOf(name, columns[name], content.rows[name], language),
    title: chapter[name],
    nothing: word.never,
  });
  const order: Chaptered[] = ['machines', 'welders', 'contracts', 'permits', 'selfChecks', 'drills', 'training', 'cases', 'reports', 'inspections']; // prettier-ignore
  return {
    title: `${firm.name} ${title.one}`,
    lines: [`${period.from} – ${period.to}`, madeAt],
    tables: [firmTable(content, language), ...order.map(table)],
  };
}

const tableOf = (
  title: LedgerChapter,
  columns: Columns,
  rows: readonly LedgerRow[],
  language: Language,
): ReportTable => ({
  title,
  header: columns.map(([column]) => LEDGER_WORDS[language].column[column]),
  rows: rows.map((row) => columns.map(([, value]) => value(row))),
});

function firmTable({ firm, regionName, counts, rows }: LedgerContent, language: Language): ReportTable {
  const { chapter, column } = LEDGER_WORDS[language];
  const lines: (readonly [LedgerColumn, CellValue])[] = [
    ['name', firm.name],
    ['uscc', String(rows.firm[0]?.['uscc'] ?? '')],
    ['contact', String(rows.firm[0]?.['contact'] ?? '')],
    ['industry', cellWords(language).industry(firm.industry)],
    ['region', regionName],
    ['ownWelders', counts.welders],
    ['contractedWelders', counts.contractedWelders],
    ['ownMachines', counts.machines],
    ['contractedMachines', counts.contractedMachines],
  ];
  return {
    title: chapter.firm,
    header: [column.item, column.content],
    rows: lines.map(([name, value]) => [column[name], value]),
  };
}

function columnsOf(language: Language): Readonly<Record<Chaptered, Columns>> {
  const words = cellWords(language);
  const { word } = LEDGER_WORDS[language];
  const { drillKind, reportState, outcome } = SELF_CHECK_WORDS[language];
  const named = (codes: Readonly<Record<string, string>>, name: string) => (row: LedgerRow): CellValue =>
    codes[String(row[name])] ?? null; // prettier-ignore
  return {
    machines: [
      ['code', plain('code')], ['model', plain('model')], ['process', (row) => words.process(row['process'])],
      ['state', (row) => words.machineState(row['status'])], ['chip', plain('chip')], ['checkUntil', plain('until')],
    ],
    welders: [
      ['name', plain('name')], ['idNumber', plain('id')], ['certificate', plain('certificate')],
      ['operations', (row) => words.operations(row['operations'])], ['state', (row) => words.cardState(row['card'])],
      ['validUntil', plain('until')], ['trainingUntil', plain('training')],
    ],
    contracts: [
      ['client', plain('client')], ['contractor', plain('contractor')], ['kind', named(CONTRACT_WORDS[language].kind, 'kind')],
      ['work', plain('work')], ['qualification', plain('qualification')], ['term', span], ['agreementUntil', plain('until')],
      ['contractedWelders', plain('welders')], ['contractedMachines', plain('machines')],
    ],
    permits: [
      ['number', plain('number')], ['place', (row) => `${String(row['place'])}：${String(row['content'])}`],
      ['level', (row) => words.permitLevel(row['regime'], row['level'])], ['time', span],
      ['state', (row) => words.permitState(row['state'])], ['signatures', (row) => words.signatures(row['signatures'])],
    ],
    selfChecks: [
      ['period', span], ['dueOn', plain('due')],
      ['signed', (row) => (row['signed'] === null ? word.unsigned : `${String(row['name'])} ${String(row['signed'])}`)],
      ['found', plain('found')], ['open', plain('open')],
    ],
    drills: [
      ['heldOn', plain('held')], ['kind', named(drillKind, 'kind')], ['place', plain('place')], ['content', plain('course')],
      ['people', plain('people')], ['shortcomings', plain('shortcomings')], ['remedies', plain('remedies')], ['next', plain('next')],
    ],
    training: [
      ['name', plain('name')], ['campaign', plain('campaign')], ['passedOn', plain('passed')], ['trainingUntil', plain('until')],
    ],
    cases: [
      ['foundOn', plain('found')], ['kind', (row) => words.caseKind(row['kind'])], ['place', plain('place')],
      ['description', plain('description')], ['dueOn', plain('due')], ['state', (row) => words.caseState(row['state'])],
      ['closedOn', plain('closed')],
    ],
    reports: [
      ['foundOn', plain('reported')], ['description', plain('text')], ['place', plain('place')],
      ['name', (row) => row['name'] === null ? word.unnamed : String(row['name'])], ['state', named(reportState, 'state')],
      ['outcome', named(outcome, 'outcome')], ['answer', plain('answer')], ['reward', plain('yuan')],
    ],
    inspections: [
      ['publishedOn', plain('published')], ['kind', (row) => words.inspectionKind(row['kind'])], ['found', plain('found')],
      ['result', plain('result')],
    ],
  };
} // prettier-ignore
