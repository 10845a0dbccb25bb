import { Injectable } from '@nestjs/common';
import { readRow } from '../../../domain/imports/read-row';
import { SECOND, type Instant } from '../../../kernel/time';
import { Config, runsTimers } from '../../../platform/config/config';
import { isOfTheData } from '../../../platform/database/data-fault';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { openTable } from '../../../platform/documents/tables/open-table';
import { UnreadableTable } from '../../../platform/documents/tables/unreadable-table';
import { withLeanHeap } from '../../../platform/observability/lean-heap';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { ExamineRows, type RowToExamine } from './examine-rows';
import { findSheet, type ReadableSheet } from './find-sheet';
import { importCall } from './import-call';
import { ImportRowStore } from '../import-row.store';
import { ImportStore, type Import } from '../import.store';
import { Kinds } from '../kinds/kinds';

const CHUNK = 1_000;
const SCOPE = systemScope('read-imports');

/**
 * Reads files and says of each row what would become of it. Each chunk is committed with the line that it ends at, so a
 * process that was killed goes on there. Two processes at one import do no harm: a chunk counts only if it is the next one.
 */
@Injectable()
export class ReadImports extends Timed {
  private stopping = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly imports: ImportStore,
    private readonly rows: ImportRowStore,
    private readonly kinds: Kinds,
    private readonly examine: ExamineRows,
    private readonly clock: Clock,
    config: Config,
  ) {
    super({ name: 'read-imports', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  override beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    return super.beforeApplicationShutdown();
  }

  /** One that cannot be read just now holds up no other. */
  async execute(): Promise<void> {
    const faults: unknown[] = [];
    for (const one of await this.uow.run(SCOPE, (tx) => this.imports.atWork(tx, 'reading')))
      await withLeanHeap(() => this.read(one)).catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw faults[0];
  }

  private async read(one: Import): Promise<void> {
    try {
      const bytes = await this.uow.run(SCOPE, (tx) => this.imports.file(tx, one.id, one.fileBytes));
      await this.readFile(one, bytes);
    } catch (fault) {
      if (!(fault instanceof UnreadableTable || isOfTheData(fault))) throw fault;
      await this.fail(one, fault instanceof UnreadableTable ? fault.code : 'import.file-broken', []);
    }
  }

  private async readFile(one: Import, bytes: Buffer): Promise<void> {
    const sheet = await findSheet(one.kind, await openTable(bytes));
    if (sheet.ok) await this.readSheet(one, sheet.value);
    else await this.fail(one, sheet.refusal.code, sheet.refusal.details);
  }

  private async readSheet(one: Import, sheet: ReadableSheet): Promise<void> {
    const how = this.kinds.of(one.kind);
    let from = one.line;
    let chunk: RowToExamine[] = [];
    for await (const row of sheet.rows()) {
      if (row.line <= Math.max(from, sheet.line)) continue;
      const { values, fault, formulas } = readRow(how.columns, sheet, row, sheet.from1904);
      chunk.push({ line: row.line, values, fault, formula: formulas[0] ?? null });
      if (chunk.length < CHUNK) continue;
      if (this.stopping || !(await this.stage(one, sheet, from, chunk))) return;
      from = row.line;
      chunk = [];
    }
    if (chunk.length > 0 && !(await this.stage(one, sheet, from, chunk))) return;
    await this.uow.run(SCOPE, (tx) => this.finish(tx, one.id));
  }

  /** False where another process has read this chunk. */
  private stage(one: Import, sheet: ReadableSheet, from: number, chunk: readonly RowToExamine[]): Promise<boolean> {
    return this.uow.run(SCOPE, async (tx) => {
      const now = await this.imports.lock(tx, one.id);
      if (now?.state !== 'reading' || now.line !== from) return false;
      const call = importCall(tx, now, this.clock.now());
      const staged = await this.examine.execute(call, now, this.kinds.of(now.kind), chunk);
      const counted = (verdict: string): number => staged.filter((row) => row.verdict === verdict).length;
      await this.rows.insert(tx, now.id, staged);
      await this.imports.change(tx, now.id, {
        sheet: sheet.name,
        ignored: sheet.ignored.slice(0, 20),
        leftSheets: sheet.left.slice(0, 20),
        line: chunk.at(-1)!.line,
        rows: now.rows + chunk.length,
        created: now.created + counted('created'),
        same: now.same + counted('same'),
        warned: now.warned + counted('warned'),
        refused: now.refused + counted('refused'),
        toApply: now.toApply + staged.filter(({ waiting }) => waiting).length,
      });
      return true;
    });
  }

  private async finish(tx: Tx, id: string): Promise<void> {
    const now = await this.imports.lock(tx, id);
    if (now?.state !== 'reading') return;
    await this.imports.dropFile(tx, id);
    const empty = now.rows === 0 && { state: 'failed', fault: 'import.empty', finishedAt: this.clock.now() };
    await this.imports.change(tx, id, { state: 'previewed', totalRows: now.rows, ...empty });
  }

  private fail(one: Import, fault: string, details: readonly string[]): Promise<void> {
    return this.uow.run(SCOPE, async (tx) => {
      const now = await this.imports.lock(tx, one.id);
      if (now?.state !== 'reading') return;
      await this.rows.forget(tx, one.id);
      await this.imports.dropFile(tx, one.id);
      const at: Instant = this.clock.now();
      await this.imports.change(tx, one.id, { state: 'failed', fault, faultDetails: [...details], finishedAt: at });
    });
  }
}
