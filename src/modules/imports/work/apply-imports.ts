import { Injectable } from '@nestjs/common';
import { refusedRow } from '../../../domain/imports/import';
import { SECOND } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import { Config, runsTimers } from '../../../platform/config/config';
import { isOfTheData } from '../../../platform/database/data-fault';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { withLeanHeap } from '../../../platform/observability/lean-heap';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { IMPORT_ROW } from './examine-rows';
import { importCall } from './import-call';
import { auditedImport } from '../import.mapper';
import { ImportRowStore, type SettledRow, type WaitingRow } from '../import-row.store';
import { ImportStore, type Import } from '../import.store';
import { Kinds } from '../kinds/kinds';
import type { ImportCall, Judged, KindImport } from '../kinds/kind-import';

const CHUNK = 500;
const SCOPE = systemScope('apply-imports');

/** Writes the good rows into the register. Rows, register and progress are one transaction a chunk, so no row comes in twice. */
@Injectable()
export class ApplyImports extends Timed {
  private stopping = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly imports: ImportStore,
    private readonly rows: ImportRowStore,
    private readonly kinds: Kinds,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly clock: Clock,
    config: Config,
  ) {
    super({ name: 'apply-imports', everyMs: SECOND, here: runsTimers(config) }, clock);
  }

  override beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    return super.beforeApplicationShutdown();
  }

  /** One that cannot come in just now holds up no other. */
  async execute(): Promise<void> {
    const faults: unknown[] = [];
    for (const { id } of await this.uow.run(SCOPE, (tx) => this.imports.atWork(tx, 'applying')))
      await withLeanHeap(() => this.all(id)).catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw faults[0];
  }

  private async all(id: string): Promise<void> {
    while (!this.stopping && (await this.chunk(id)));
  }

  /** True while there may be more. Where the register refuses one, as it was registered just then, rows are tried one by one. */
  private async chunk(id: string): Promise<boolean> {
    try {
      return await this.uow.run(SCOPE, (tx) => this.apply(tx, id, CHUNK));
    } catch (fault) {
      if (!isOfTheData(fault)) throw fault;
      for (let n = 0; n < CHUNK && !this.stopping; n++) await this.one(id);
      return true;
    }
  }

  private async one(id: string): Promise<void> {
    try {
      await this.uow.run(SCOPE, (tx) => this.apply(tx, id, 1));
    } catch (fault) {
      if (!isOfTheData(fault)) throw fault;
      await this.uow.run(SCOPE, (tx) => this.giveUp(tx, id));
    }
  }

  private async apply(tx: Tx, id: string, most: number): Promise<boolean> {
    const now = await this.imports.lock(tx, id);
    if (now?.state !== 'applying') return false;
    const waiting = await this.rows.waiting(tx, id, most);
    if (waiting.length === 0) return this.finish(tx, now);
    const call = importCall(tx, now, this.clock.now());
    await this.settle(tx, now, waiting, await this.takeIn(call, this.kinds.of(now.kind), waiting));
    return true;
  }

  /** The register may have changed since the preview, so each row is judged again before it comes in. */
  private async takeIn(
    call: ImportCall,
    how: KindImport<unknown, unknown>,
    waiting: readonly WaitingRow[],
  ): Promise<SettledRow[]> {
    const values = waiting.map(({ sealed }) => JSON.parse(this.sealer.open(IMPORT_ROW, sealed)) as unknown);
    const drafts = await how.drafts(call, values);
    const sound = drafts.flatMap((draft, i) => (draft.ok ? [{ i, draft: draft.value }] : []));
    const judged = new Map<number, Judged>();
    drafts.forEach((draft, i) => {
      if (!draft.ok) judged.set(i, { verdict: draft.refusal, entityId: null });
    });
    const verdicts = await how.judge(call, sound.map(({ draft }) => draft)); // prettier-ignore
    sound.forEach(({ i }, n) => judged.set(i, verdicts[n]!));
    const coming = sound.filter(({ i }) => judged.get(i)!.verdict.applies);
    const ids = coming.length === 0 ? [] : await how.takeIn(call, coming.map(({ draft }) => draft)); // prettier-ignore
    const came = new Map(coming.map(({ i }, n) => [i, ids[n] ?? null]));
    return waiting.map((row, i) => settled(row, judged.get(i)!, came.get(i)));
  }

  private async settle(
    tx: Tx,
    now: Import,
    waiting: readonly WaitingRow[],
    rows: readonly SettledRow[],
  ): Promise<void> {
    await this.rows.settle(tx, now.id, rows);
    const gained = (verdict: string): number =>
      rows.filter((row) => row.verdict === verdict).length - waiting.filter((row) => row.verdict === verdict).length;
    await this.imports.change(tx, now.id, {
      applied: now.applied + rows.length,
      created: now.created + gained('created'),
      same: now.same + gained('same'),
      warned: now.warned + gained('warned'),
      refused: now.refused + gained('refused'),
    });
  }

  /** A row that the register refuses whatever was found before: it must not hold up the others. */
  private async giveUp(tx: Tx, id: string): Promise<void> {
    const now = await this.imports.lock(tx, id);
    const waiting = now?.state === 'applying' ? await this.rows.waiting(tx, id, 1) : [];
    const verdict = refusedRow('import.taken');
    await this.settle(tx, now!, waiting, waiting.map((row) => settled(row, { verdict, entityId: null }, undefined))); // prettier-ignore
  }

  private async finish(tx: Tx, now: Import): Promise<false> {
    const at = this.clock.now();
    await this.imports.change(tx, now.id, { state: 'done', finishedAt: at });
    const { actor } = importCall(tx, now, at);
    const done = { action: 'import.done', entity: 'import', entityId: now.id, regionCode: now.regionCode };
    this.journal.record(tx, actor, at, [{ ...done, after: auditedImport({ ...now, state: 'done' }) }]);
    return false;
  }
}

/** A row that was warned of stays so after it came in: somebody should still look. */
function settled(row: WaitingRow, judged: Judged, id: string | null | undefined): SettledRow {
  const { verdict, code, field } = id === null ? refusedRow('import.taken') : judged.verdict;
  const { line } = row;
  if (id === undefined || id === null) return { line, verdict, code, field, entityId: judged.entityId };
  return row.verdict === 'warned'
    ? { line, verdict: 'warned', code: row.code, field: row.field, entityId: id }
    : { line, verdict, code, field, entityId: id };
}
