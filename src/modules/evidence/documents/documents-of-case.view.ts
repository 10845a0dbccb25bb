import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '../../../domain/violations/documents/case-document';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CaseDocumentRow } from '../../../schema/evidence/case-document.row';

const NAMES = [
  'id', 'kind', 'office', 'officeCode', 'year', 'number', 'title', 'addressee', 'sha256', 'madeAt',
] as const; // prettier-ignore

export interface ListedDocument extends Readonly<Pick<CaseDocumentRow, (typeof NAMES)[number]>> {
  readonly kind: DocumentKind;
  readonly madeBy: string;
}

/** What was made of a case, with who made it. */
@Injectable()
export class DocumentsOfCase {
  /** Without their pages, the oldest first; those that the transaction's scope sees. */
  ofCase(tx: Tx, violationId: string): Promise<ListedDocument[]> {
    return tx.query<ListedDocument>(
      `select ${columnsOf(CaseDocumentRow, 'd', NAMES)}, coalesce(u.name, '') as "madeBy"
       from case_documents d left join users u on u.id = d.made_by where d.violation_id = $1 order by d.id`,
      [violationId],
    );
  }
}
