import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { COUNTY } from '../county';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';

interface Wrong {
  readonly line: number;
  readonly code: string;
  readonly field: string;
  readonly label: string;
}

const NONE: readonly Wrong[] = [];
const LISTS = [
  {
    ...{ kind: 'enterprises', fileName: '演示-企业名录.xlsx', daysAgo: 12, rows: 62, created: 48, same: 12 },
    wrong: [
      { line: 17, code: 'import.required', field: 'name', label: '第 17 行' },
      { line: 44, code: 'import.repeated', field: 'name', label: '演示五金店（演示）' },
    ] as readonly Wrong[],
  },
  {
    ...{ kind: 'machines', fileName: '演示-焊机台账.csv', daysAgo: 10, rows: 246, created: 216, same: 26 },
    wrong: [
      { line: 8, code: 'import.number-spoilt', field: 'serialNumber', label: 'ZX7-400' },
      { line: 91, code: 'import.date-unreadable', field: 'inspectionDueOn', label: 'NBC-350 DEMO-00912' },
      { line: 130, code: 'import.required', field: 'model', label: '第 130 行' },
      { line: 202, code: 'import.repeated', field: 'serialNumber', label: 'WSM-315 DEMO-00031' },
    ] as readonly Wrong[],
  },
  {
    ...{ kind: 'welders', fileName: '演示-焊工花名册.xlsx', daysAgo: 8, rows: 364, created: 340, same: 24 },
    wrong: NONE,
  },
];

/** Lists that the county brought in, with what was wrong in them; and a file that nobody can read. */
export async function insertImports(tx: Tx, { now, ids }: DemoContext, { userIds }: DemoCounty): Promise<void> {
  const about = { region_code: COUNTY, uploaded_by: userIds['regulator'] };
  for (const { kind, fileName, daysAgo, rows, created, same, wrong } of LISTS) {
    const at = now - daysAgo * DAY;
    const id = ids.next(at);
    await bulkInsert(tx, 'imports', [
      {
        ...{ id, kind, state: 'done', file_name: fileName, file_bytes: rows * 180, ignored: [], fault_details: [] },
        ...{ ...about, created_at: iso(at), applied_by: userIds['regulator'], finished_at: iso(at + 6 * MINUTE) },
        ...{ line: rows + 1, rows, total_rows: rows, created, same, warned: 0, refused: wrong.length },
        ...{ to_apply: created, applied: created },
      },
    ]);
    const refused = wrong.map((row) => ({ import_id: id, verdict: 'refused', nth: 0, waiting: false, ...row }));
    await bulkInsert(tx, 'import_rows', refused);
  }
  const at = now - 9 * HOUR;
  await bulkInsert(tx, 'imports', [
    {
      ...{
        id: ids.next(at),
        kind: 'certificates',
        state: 'failed',
        file_name: '演示-旧格式证书表.xls',
        file_bytes: 88_064,
      },
      ...{ ...about, created_at: iso(at), finished_at: iso(at + MINUTE), ignored: [], fault: 'import.old-workbook' },
      ...{ fault_details: [], line: 0, rows: 0, created: 0, same: 0, warned: 0, refused: 0, to_apply: 0, applied: 0 },
    },
  ]);
}
