import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Process } from '../../../domain/registry/machine';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime, isoTimeOrNull, shanghaiDate } from '../../../kernel/time';
import { readTyped } from '../../../kernel/typed-text';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { workbook } from '../../../platform/documents/workbook';
import { toPage, type PageQuery } from '../../../platform/http/page';
import { Ids } from '../../../platform/time/ids';
import { TrainingProcedureRow } from '../../../schema/training/training-procedure.row';
import { TrainingProcedureSignatureRow } from '../../../schema/training/training-procedure-signature.row';
import { RegionsReader } from '../../regions/regions.reader';
import { RegistryReader } from '../../registry/registry.reader';
import { reachOf, servesRegion } from '../training-reach';
import type { IssueProcedureRequest, ProcedureList, ProcedureView, UnsignedPage } from './procedure.dto';
import { ProceduresView, type ShownProcedure } from './procedures.view';
import { unsignedColumns, unsignedSheetName } from './unsigned-columns';

const MOST_ROWS = 100_000;

/** 操作规程: a version of a process is issued, read and signed. A new version is signed anew; the old signatures stay. */
@Injectable()
export class KeepProcedures {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: ProceduresView,
    private readonly regions: RegionsReader,
    private readonly registry: RegistryReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  list(request: Request): Promise<ProcedureList> {
    return this.uow.run(systemScope('training'), async (tx) => {
      const { caller } = request;
      const rows = await this.view.list(tx, reachOf(caller), await this.regionOf({ ...request, tx }), caller.welderId);
      return { items: rows.map(toView) };
    });
  }

  issue(request: Request, body: IssueProcedureRequest): Promise<Result<ProcedureView, Refusal>> {
    const { caller, at } = request;
    const regionCode = body.regionCode ?? caller.regionCode ?? '';
    return this.uow.attempt<ProcedureView>(systemScope('training'), async (tx) => {
      if (!servesRegion(caller, regionCode)) return refused(forbidden('training.outside-region'));
      if (!(await this.regions.exists(tx, regionCode))) return refused(wrongField('regionCode', 'region.unknown'));
      const { process } = body;
      const before = await tx.rows(TrainingProcedureRow).find({ where: { regionCode, process }, order: { version: 'DESC' }, take: 1 }); // prettier-ignore
      const procedure: TrainingProcedureRow = {
        ...{ id: this.ids.next(at), regionCode, process, version: (before[0]?.version ?? 0) + 1 },
        ...{ title: readTyped(body.title), body: body.body.trim(), source: readTyped(body.source) },
        ...{ issuedBy: caller.userId, issuedAt: at },
      };
      if (!(await tx.rows(TrainingProcedureRow).insertNew(procedure)))
        return refused(conflict('training.procedure-changed'));
      const entry = { action: 'training-procedure.issued', entity: 'training-procedure', entityId: procedure.id };
      this.journal.record(tx, caller, at, [{ ...entry, regionCode, after: procedure }]);
      return ok(toView({ ...procedure, signedAt: null, signed: 0, welders: 0 }));
    });
  }

  /** The tap of the account that read it; a second tap changes nothing. */
  sign(request: Request, id: string): Promise<Result<ProcedureView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt<ProcedureView>(systemScope('training'), async (tx) => {
      const { welderId, userId } = caller;
      if (welderId === null) return refused(forbidden('training.not-a-welder'));
      const inForce = await this.view.list(tx, reachOf(caller), await this.regionOf({ ...request, tx }), welderId);
      const procedure = inForce.find((one) => one.id === id);
      if (!procedure) return refused(notFound('training.procedure-unknown'));
      const signature = { procedureId: id, welderId, userId, signedAt: at };
      if (await tx.rows(TrainingProcedureSignatureRow).insertNew(signature)) {
        const { regionCode, version } = procedure;
        const entry = { action: 'training-procedure.signed', entity: 'training-procedure', entityId: id, regionCode };
        this.journal.record(tx, caller, at, [{ ...entry, after: { welderId, version } }]);
      }
      return ok(toView({ ...procedure, signedAt: procedure.signedAt ?? at }));
    });
  }

  async unsigned({ caller }: Request, id: string, query: PageQuery): Promise<UnsignedPage> {
    const rows = await this.uow.run(systemScope('training'), (tx) =>
      this.view.unsigned(tx, reachOf(caller), id, query),
    );
    return toPage(rows, query.limit, ({ welderId }) => welderId);
  }

  /** The same people as a workbook, as many as a person reads. */
  async exportUnsigned({ caller, at, language }: Request, id: string): Promise<{ name: string; stream: Readable }> {
    const rows = await this.uow.run(systemScope('training'), (tx) =>
      this.view.unsigned(tx, reachOf(caller), id, { limit: MOST_ROWS }),
    );
    const stream = await workbook(unsignedSheetName(language), unsignedColumns(language), rows);
    return { name: `unsigned-${shanghaiDate(at)}.xlsx`, stream };
  }

  /** Where the reader is at home: the official's region, the enterprise's, the welder's. */
  private async regionOf({ tx, caller }: Call): Promise<string> {
    if (caller.scope.kind === 'region') return caller.scope.regionCode;
    const welder = caller.welderId === null ? null : await this.registry.welderById(tx, caller.welderId);
    if (welder) return welder.regionCode;
    const enterprise =
      caller.enterpriseId === null ? null : await this.registry.enterpriseById(tx, caller.enterpriseId);
    return enterprise?.regionCode ?? '';
  }
}

const toView = ({ process, issuedAt, signedAt, ...one }: ShownProcedure): ProcedureView => ({
  ...{ id: one.id, regionCode: one.regionCode, process: process as Process, version: one.version },
  ...{ title: one.title, body: one.body, source: one.source, issuedAt: isoTime(issuedAt) },
  ...{ signedAt: isoTimeOrNull(signedAt), signed: one.signed, welders: one.welders },
});
