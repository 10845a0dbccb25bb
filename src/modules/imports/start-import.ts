import { Injectable } from '@nestjs/common';
import { IMPORT_KINDS, type ImportKind } from '../../domain/imports/import';
import { mayImport } from '../../domain/imports/who-may-import';
import { conflict, forbidden, notFound, tooMany, wrongField, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { DAY, MINUTE, SECOND } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Caller } from '../../platform/auth/caller';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { openTable } from '../../platform/documents/tables/open-table';
import { UnreadableTable } from '../../platform/documents/tables/unreadable-table';
import { VirusScanner } from '../../platform/files/virus-scanner';
import { Catalogue } from '../../platform/i18n/catalogue';
import { Ids } from '../../platform/time/ids';
import type { ImportView } from './import.dto';
import { outsideScope } from '../registry/outside-scope';
import { findSheet } from './work/find-sheet';
import { auditedImport, faultParams, importView, type FileFault } from './import.mapper';
import { ImportStore, type Import } from './import.store';
import type { TableForm } from './table-form';

/** Files of one person that are being read or applied at a time, and in a day. */
const MOST_OPEN = 3;
const MOST_A_DAY = 50;

const isKind = (text: string): text is ImportKind => (IMPORT_KINDS as readonly string[]).includes(text);

/** Takes a file in to be read, and lets an import that was read be applied. The work itself is done behind. */
@Injectable()
export class StartImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly imports: ImportStore,
    private readonly journal: Journal,
    private readonly catalogue: Catalogue,
    private readonly ids: Ids,
    private readonly scanner: VirusScanner,
  ) {}

  async upload({ caller, at, language }: Request, form: TableForm): Promise<Result<ImportView, Refusal>> {
    const { kind, bytes, fileName } = form;
    if (!isKind(kind)) return refused(wrongField('kind', 'import.kind-unknown'));
    if (!mayImport(caller, kind)) return refused(forbidden('import.kind-not-yours'));
    if (caller.scope.kind !== 'region' && caller.scope.kind !== 'enterprise') return refused(outsideScope());
    const infected = await this.scanner.refusal(bytes);
    if (infected) return refused(infected);
    const fault = await faultOf(kind, bytes);
    if (fault !== null) return refused(wrongField('file', fault.code, faultParams(kind, fault, language)));
    return this.uow.run(systemScope('start-import'), async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('imports of ' || $1, 0))`, [caller.userId]);
      const load = await this.imports.load(tx, caller.userId, at - DAY);
      if (load.open >= MOST_OPEN || load.recent >= MOST_A_DAY)
        return refused(tooMany('import.too-many', { extra: { retryAfter: MINUTE / SECOND } }));
      const id = this.ids.next(at);
      const { regionCode, enterpriseId } = reachOf(caller);
      await this.imports.insert(tx, {
        ...{ id, kind, state: 'reading', fileName, fileBytes: bytes.length, createdAt: at },
        ...{ regionCode, enterpriseId, uploadedBy: caller.userId, address: caller.address },
      });
      await this.imports.keepFile(tx, id, bytes);
      const one = (await this.imports.find(tx, id))!;
      this.journal.record(tx, caller, at, [entry('import.uploaded', one)]);
      return ok(importView(one, this.catalogue, language));
    });
  }

  /** Asked for twice it is applied once. */
  apply({ caller, at, language }: Request, id: string): Promise<Result<ImportView, Refusal>> {
    return this.uow.attempt(caller.scope, async (tx) => {
      const one = await this.imports.lockWaiting(tx, id);
      if (!one) return refused(notFound('import.not-found'));
      if (!mayImport(caller, one.kind)) return refused(forbidden('import.kind-not-yours'));
      if (one.state === 'reading' || one.state === 'failed')
        return refused(conflict('import.not-previewed', { extra: { state: one.state } }));
      if (one.state !== 'previewed') return ok(importView(one, this.catalogue, language));
      await this.imports.change(tx, id, { state: 'applying', appliedBy: caller.userId, address: caller.address });
      const now = (await this.imports.find(tx, id))!;
      this.journal.record(tx, caller, at, [entry('import.applied', now)]);
      return ok(importView(now, this.catalogue, language));
    });
  }
}

const entry = (action: string, one: Import) => ({
  ...{ action, entity: 'import', entityId: one.id, regionCode: one.regionCode },
  after: auditedImport(one),
});

/** An official brings in what lies in their region, a manager what is their enterprise's. */
const reachOf = ({ scope }: Caller): { regionCode: string; enterpriseId: string | null } => ({
  regionCode: scope.kind === 'region' ? scope.regionCode : '',
  enterpriseId: scope.kind === 'enterprise' ? scope.enterpriseId : null,
});

/** What a look at the beginning shows: who sends a picture, or a list of another kind, hears it at once. */
async function faultOf(kind: ImportKind, bytes: Buffer): Promise<FileFault | null> {
  try {
    const sheet = await findSheet(kind, await openTable(bytes));
    return sheet.ok ? null : sheet.refusal;
  } catch (fault) {
    if (fault instanceof UnreadableTable) return { code: fault.code, details: [] };
    throw fault;
  }
}
