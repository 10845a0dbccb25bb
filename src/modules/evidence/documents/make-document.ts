import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  documentFault,
  documentNumber,
  missingFields,
  type DocumentForm,
} from '../../../domain/violations/documents/case-document';
import { documentText, type DocumentFacts } from '../../../domain/violations/documents/document-text';
import { VIOLATION_WORDS } from '../../../domain/violations/words';
import { conflict, invalid, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { shanghaiDate } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { renderPdf } from '../../../platform/documents/pdf';
import { Ids } from '../../../platform/time/ids';
import type { CaseDocumentRow } from '../../../schema/evidence/case-document.row';
import { RegionsReader } from '../../regions/regions.reader';
import { RegistryReader } from '../../registry/registry.reader';
import { ViolationDetails } from '../../supervision/violation-detail.view';
import type { ViolationDetail } from '../../supervision/violation.dto';
import type { CaseDocumentRequest, CaseDocumentView } from './case-document.dto';
import { CaseDocumentStore } from './case-document.store';
import { DocumentsOfCase } from './documents-of-case.view';
import { OwnOffices, type Signing } from './own-offices';
import { documentPage } from './document-page';
import { shownDocument } from './show-documents';

/** 函告、约谈、通报、曝光: made from a case, numbered, and kept as they were printed. */
@Injectable()
export class MakeDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly details: ViolationDetails,
    private readonly store: CaseDocumentStore,
    private readonly documents: DocumentsOfCase,
    private readonly offices: OwnOffices,
    private readonly registry: RegistryReader,
    private readonly regions: RegionsReader,
    private readonly ids: Ids,
    private readonly journal: Journal,
  ) {}

  make(request: Request, caseId: string, body: CaseDocumentRequest): Promise<Result<CaseDocumentView, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const call = { ...request, tx };
      const found = await this.details.find({ ...call, language: 'zh-CN' }, caseId);
      if (!found) return refused(notFound('violation.not-found'));
      const made = await this.documents.ofCase(tx, caseId);
      const fault = documentFault(body.kind, { ...found, made: made.map(({ kind }) => kind) });
      if (fault) return refused(conflict(fault));
      const form = formOf(body);
      const missing = missingFields(body.kind, form);
      if (missing.length > 0)
        return refused(
          invalid('request.invalid', { errors: missing.map((path) => ({ path, code: 'field.required' })) }),
        );
      const office = await this.offices.chosen(call, found.regionCode, body);
      if (!office.ok) return office;
      const row = await this.written(call, found, { ...office.value, kind: body.kind }, form);
      await this.store.insert(tx, row);
      this.note(call, row);
      return ok(shownDocument({ ...row, kind: body.kind, madeBy: call.caller.name }));
    });
  }

  private async written(
    { tx, caller, at }: Call,
    found: ViolationDetail,
    { kind, office, officeCode, regionCode }: Signing & Pick<CaseDocumentRequest, 'kind'>,
    form: DocumentForm,
  ): Promise<CaseDocumentRow> {
    const year = Number(shanghaiDate(at).slice(0, 4));
    const number = await this.store.nextNumber(tx, { regionCode, officeCode, kind, year });
    const text = documentText(kind, await this.factsOf({ tx, at }, found), form);
    const issued = { office, number: documentNumber(kind, officeCode, year, number), at };
    const pdf = await renderPdf(documentPage(text, issued));
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const { title, addressee } = text;
    const made = { madeBy: caller.userId, madeAt: at };
    return { id: this.ids.next(at), violationId: found.id, kind, office: issued.office, officeCode, year, number, title, addressee, regionCode, pdf, sha256, ...made }; // prettier-ignore
  }

  private async factsOf({ tx }: Pick<Call, 'tx' | 'at'>, found: ViolationDetail): Promise<DocumentFacts> {
    const { enterpriseId, regionCode, majorBasis, dueAt } = found;
    const enterprise = enterpriseId === null ? null : await this.registry.enterpriseById(tx, enterpriseId);
    const region = await this.regions.find(tx, regionCode);
    return {
      caseId: found.id,
      kindName: VIOLATION_WORDS['zh-CN'].kind[found.kind],
      foundAt: Date.parse(found.foundAt),
      place: found.place,
      regionName: region?.name ?? '',
      enterpriseName: enterprise?.name ?? found.enterpriseName,
      isCompany: enterprise?.kind === 'company',
      legalBasis: found.legalBasis,
      majorBasis: majorBasis && `《${majorBasis.standard}》（${majorBasis.document}）${majorBasis.item}`,
      closed: found.state === 'closed',
      dueAt: dueAt === null ? null : Date.parse(dueAt),
    };
  }

  private note(
    { tx, caller, at }: Call,
    { id, kind, violationId, regionCode, officeCode, year, number, sha256 }: CaseDocumentRow,
  ): void {
    const after = { id, kind, officeCode, year, number, sha256 };
    this.journal.record(tx, caller, at, [
      { action: 'violation.document', entity: 'violation', entityId: violationId, regionCode, after },
    ]);
  }
}

const formOf = ({ addressee, content, talkAt, talkPlace, present }: CaseDocumentRequest): DocumentForm => ({
  addressee,
  content,
  talkPlace,
  present,
  talkAt: talkAt === undefined ? undefined : Date.parse(talkAt),
});
