import { Injectable } from '@nestjs/common';
import { isTakenIn, maySend, type KindTakenIn } from '../../../domain/exchange/exchange-kinds';
import { mapIn } from '../../../domain/exchange/map-record';
import { mappingOn, type Mapping } from '../../../domain/exchange/mapping';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { openTable } from '../../../platform/documents/tables/open-table';
import { UnreadableTable } from '../../../platform/documents/tables/unreadable-table';
import type { TableForm } from '../../imports/table-form';
import { mappingsOf, PartnerStore, type Partner } from '../partners/partner.store';
import { JudgeRecord, refusal, type Judgement } from '../take/judge-record';
import type { FileVerdict, RowVerdictView } from './file.dto';
import { MOST_ROWS, readFileRows, type ListedRow } from './partner-columns';

/** A list in the columns of another platform: each row is judged as one that came by the contract. First looked at, then applied. */
@Injectable()
export class TakeFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly judge: JudgeRecord,
    private readonly journal: Journal,
  ) {}

  async execute(request: Request, id: string, { kind, bytes }: TableForm, apply: boolean): Promise<Result<FileVerdict, Refusal>> {
    const partner = await this.uow.run(request.caller.scope, (tx) => this.partners.find(tx, id));
    if (!partner) return refused(notFound('exchange.partner-not-found'));
    if (partner.stoppedAt !== null) return refused(conflict('exchange.partner-stopped'));
    if (!isTakenIn(kind) || !maySend(partner.kind, kind)) return refused(wrongField('kind', 'exchange.kind-not-taken'));
    const mappings = await this.uow.run(request.caller.scope, (tx) => this.partners.mappings(tx, id));
    const mapping = mappingOn(mappingsOf(mappings), kind, shanghaiDate(request.at));
    if (mapping === null) return refused(conflict('exchange.mapping-missing'));
    const rows = await rowsOf(mapping, bytes);
    if (!rows.ok) return refused(wrongField('file', rows.refusal, { most: MOST_ROWS }));
    const verdicts: RowVerdictView[] = [];
    for (const row of rows.value) verdicts.push(await this.row(request, partner, { kind, mapping }, row, apply));
    if (apply) await this.audit(request, partner, kind, verdicts);
    return ok({ rows: verdicts });
  } // prettier-ignore

  private async row(
    { at }: Request,
    partner: Partner,
    { kind, mapping }: { readonly kind: KindTakenIn; readonly mapping: Mapping },
    { line, fault, record }: ListedRow,
    apply: boolean,
  ): Promise<RowVerdictView> {
    const mapped = mapIn(mapping, record);
    if (fault !== null) return shown(line, refusal(fault), mapping);
    if (!mapped.ok) return shown(line, { ...refusal(mapped.refusal.code), field: mapped.refusal.name }, mapping);
    try {
      const judge = this.uow.run(systemScope('exchange-file'), (tx) =>
        this.judge.execute(tx, partner, kind, mapped.value, { at, preview: !apply }),
      );
      return shown(line, await judge, mapping);
    } catch (thrown) {
      if (violatedConstraint(thrown) === null) throw thrown;
      return shown(line, refusal('import.taken'), mapping);
    }
  }

  private audit({ caller, at }: Request, partner: Partner, kind: string, rows: readonly RowVerdictView[]): Promise<void> {
    return this.uow.run(caller.scope, (tx) => {
      const entry = { action: 'exchange.file-taken', entity: 'exchange-partner', entityId: partner.id };
      const count = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length;
      const after = { kind, taken: count('taken'), waiting: count('waiting'), refused: count('refused') };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode: partner.regionCode, after }]);
    });
  } // prettier-ignore
}

async function rowsOf(mapping: Mapping, bytes: Buffer): Promise<Result<ListedRow[], string>> {
  try {
    return await readFileRows(mapping, await openTable(bytes));
  } catch (fault) {
    if (fault instanceof UnreadableTable) return refused(fault.code);
    throw fault;
  }
}

const shown = (line: number, { verdict, code, field, entityId }: Judgement, mapping: Mapping): RowVerdictView => ({
  ...{ line, verdict, code, entityId },
  field: mapping.fields.find((row) => row.field === field)?.name ?? field,
});
