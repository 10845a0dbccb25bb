import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { purposesOn } from '../../../domain/exchange/agreement';
import { toCell } from '../../../domain/exchange/cells';
import type { ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import { fieldsToOpen, mapOut } from '../../../domain/exchange/map-record';
import { mappingOn, type Mapping } from '../../../domain/exchange/mapping';
import { EXCHANGE_WORDS } from '../../../domain/exchange/words';
import { conflict, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { csv } from '../../../platform/documents/csv';
import { workbook } from '../../../platform/documents/workbook';
import { agreementOf, mappingsOf, PartnerStore, type Partner } from '../partners/partner.store';
import { OurRecords } from '../records/our-records';
import { nextIds } from '../records/registrations.view';

const PAGE = 1_000;
/** A spreadsheet is read by a person, a CSV file by a program; what is more goes out in batches. */
const MOST = { xlsx: 20_000, csv: 250_000 } as const;
export type FileForm = keyof typeof MOST;

interface Written {
  readonly partner: Partner;
  readonly mapping: Mapping;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** All registrations of a kind as another platform would get them, for one that takes files; with its names as headings. */
@Injectable()
export class ExportRecords {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly records: OurRecords,
    private readonly journal: Journal,
  ) {}

  async execute(
    request: Request,
    partnerId: string,
    kind: ExchangeKind,
    form: FileForm,
  ): Promise<Result<Readable, Refusal>> {
    const known = await this.uow.run(request.caller.scope, (tx) => this.partners.find(tx, partnerId));
    if (!known) return refused(notFound('exchange.partner-not-found'));
    const written = await this.uow.run(systemScope('exchange-file'), (tx) =>
      this.write(tx, request, known, { kind, most: MOST[form] }),
    );
    if (!written.ok) return written;
    const { mapping, rows } = written.value;
    if (form === 'csv') {
      const names = mapping.fields.map(({ name }) => name);
      return ok(csv(names, rows.map((row) => names.map((name) => toCell(row[name]))))); // prettier-ignore
    }
    const columns = mapping.fields.map(({ name }) => ({
      header: name,
      width: 18,
      value: (row: Readonly<Record<string, unknown>>) => toCell(row[name]),
    }));
    return ok(await workbook(EXCHANGE_WORDS[request.language].kind[kind], columns, rows));
  }

  private async write(
    tx: Tx,
    { caller, at }: Request,
    partner: Partner,
    { kind, most }: { readonly kind: ExchangeKind; readonly most: number },
  ): Promise<Result<Written, Refusal>> {
    const mapping = mappingOn(mappingsOf(await this.partners.mappings(tx, partner.id)), kind, shanghaiDate(at));
    if (mapping === null) return refused(conflict('exchange.mapping-missing'));
    const purposes = purposesOn(agreementOf(partner), shanghaiDate(at));
    const open = fieldsToOpen(mapping, purposes);
    const rows: Readonly<Record<string, unknown>>[] = [];
    let ids: string[] = [];
    do {
      ids = await nextIds(tx, kind, { after: ids.at(-1) ?? '', within: partner.regionCode, limit: PAGE });
      const found = await this.records.find(tx, kind, ids, { within: partner.regionCode, open });
      for (const { record } of found.values()) {
        const mapped = mapOut(mapping, record, purposes);
        if (!mapped.ok) return refused(conflict('exchange.cannot-write', { params: { name: mapped.refusal.name } }));
        rows.push(mapped.value);
      }
      if (rows.length > most) return refused(conflict('exchange.too-many-to-write', { params: { most } }));
    } while (ids.length === PAGE);
    const entry = { action: 'exchange.file-written', entity: 'exchange-partner', entityId: partner.id };
    const after = { kind, rows: rows.length, fields: open, agreement: partner.agreement };
    this.journal.record(tx, caller, at, [{ ...entry, regionCode: partner.regionCode, after }]);
    return ok({ partner, mapping, rows });
  }
}
