import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CaseDocumentRow } from '../../../schema/evidence/case-document.row';
import type { DocumentNumberRow } from '../../../schema/evidence/document-number.row';

/** Documents of cases, and the numbers that offices gave. */
@Injectable()
export class CaseDocumentStore {
  /** The next number of an office in a year. The row stays locked until the commit, so no number is given twice or left out. */
  async nextNumber(tx: Tx, of: Readonly<Omit<DocumentNumberRow, 'last'>>): Promise<number> {
    const [row] = await tx.query<{ last: number }>(
      `insert into document_numbers (region_code, office_code, kind, year, last) values ($1, $2, $3, $4, 1)
       on conflict (region_code, office_code, kind, year) do update set last = document_numbers.last + 1 returning last`,
      [of.regionCode, of.officeCode, of.kind, of.year],
    );
    return row!.last;
  }

  insert(tx: Tx, row: CaseDocumentRow): Promise<void> {
    return tx.rows(CaseDocumentRow).insert(row);
  }

  async find(tx: Tx, violationId: string, id: string): Promise<CaseDocumentRow | null> {
    return tx.rows(CaseDocumentRow).findOne({ where: { id, violationId } });
  }

  /** With their pages, the oldest first; those that the transaction's scope sees. */
  ofCase(tx: Tx, violationId: string): Promise<CaseDocumentRow[]> {
    return tx.rows(CaseDocumentRow).find({ where: { violationId }, order: { id: 'ASC' } });
  }
}
