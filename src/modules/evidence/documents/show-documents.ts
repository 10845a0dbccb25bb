import { Injectable } from '@nestjs/common';
import { DOCUMENT_KINDS, documentFault, documentNumber } from '../../../domain/violations/documents/case-document';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTime } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Catalogue } from '../../../platform/i18n/catalogue';
import type { CaseDocumentRow } from '../../../schema/evidence/case-document.row';
import { holds } from '../../identity/permissions';
import { ViolationDetails } from '../../supervision/violation-detail.view';
import type { CaseDocuments, CaseDocumentView } from './case-document.dto';
import { CaseDocumentStore } from './case-document.store';
import { DocumentsOfCase, type ListedDocument } from './documents-of-case.view';
import { OwnOffices } from './own-offices';

/** Documents of a case, which ones may be made now, and each as it was printed. */
@Injectable()
export class ShowDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly details: ViolationDetails,
    private readonly store: CaseDocumentStore,
    private readonly documents: DocumentsOfCase,
    private readonly offices: OwnOffices,
    private readonly catalogue: Catalogue,
  ) {}

  list(request: Request, caseId: string): Promise<Result<CaseDocuments, Refusal>> {
    const { caller, language } = request;
    return this.uow.run(caller.scope, async (tx) => {
      const found = await this.details.find({ ...request, tx }, caseId);
      if (!found) return refused(notFound('violation.not-found'));
      const made = await this.documents.ofCase(tx, caseId);
      const writes = holds(caller.roles, 'case-document.write');
      const objection = (kind: (typeof DOCUMENT_KINDS)[number]): string | null => {
        const fault = documentFault(kind, { ...found, made: made.map((one) => one.kind) });
        return fault && this.catalogue.text(fault, language, {});
      };
      const own = writes ? await this.offices.of({ ...request, tx }, found.regionCode) : [];
      const offices = own.map(({ seat, office, officeCode }) => ({ seat, office, officeCode }));
      return ok({
        items: made.map(shownDocument),
        choices: writes ? DOCUMENT_KINDS.map((kind) => ({ kind, objection: objection(kind) })) : [],
        lastOffice: offices[0] ?? null,
        offices,
      });
    });
  }

  async pdf({ caller }: Request, caseId: string, id: string): Promise<Result<CaseDocumentRow, Refusal>> {
    const found = await this.uow.run(caller.scope, (tx) => this.store.find(tx, caseId, id));
    return found ? ok(found) : refused(notFound('document.not-found'));
  }
}

export const shownDocument = (row: ListedDocument): CaseDocumentView => ({
  id: row.id,
  kind: row.kind,
  number: documentNumber(row.kind, row.officeCode, row.year, row.number),
  title: row.title,
  office: row.office,
  addressee: row.addressee,
  sha256: row.sha256,
  madeBy: row.madeBy,
  madeAt: isoTime(row.madeAt),
});
