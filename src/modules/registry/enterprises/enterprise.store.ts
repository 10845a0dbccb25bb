import { Injectable } from '@nestjs/common';
import type { EnterpriseKind, EnterpriseStatus } from '../../../domain/registry/enterprise';
import type { Industry } from '../../../domain/registry/industry';
import { subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { EnterpriseQuery } from './enterprise.dto';

export interface Enterprise {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly usccException: string | null;
  readonly kind: EnterpriseKind;
  readonly industry: Industry;
  readonly regionCode: string;
  readonly contactName: string;
  readonly contactPhoneSealed: string;
  readonly status: EnterpriseStatus;
  /** How many people work there, as an official confirmed it. */
  readonly headcount: number | null;
  readonly headcountConfirmedAt: Instant | null;
  readonly version: number;
  readonly createdAt: Instant;
}

interface Row extends Omit<Enterprise, 'createdAt' | 'headcountConfirmedAt'> {
  readonly headcountConfirmedAt: Instant | null;
  readonly createdAt: Instant;
}

const COLUMNS = `e.id, e.name, e.uscc, e.uscc_exception as "usccException", e.kind, e.industry, e.region_code as "regionCode",
  e.contact_name as "contactName", e.contact_phone_sealed as "contactPhoneSealed", e.status, e.headcount, e.headcount_confirmed_at as "headcountConfirmedAt", e.version, e.created_at as "createdAt"`;

const toEnterprise = (row: Row): Enterprise => ({
  ...row,
  headcountConfirmedAt: row.headcountConfirmedAt,
  createdAt: row.createdAt,
});

@Injectable()
export class EnterpriseStore {
  /** Locked until the transaction ends where it is about to be changed. */
  async find(tx: Tx, id: string, lock: 'for update' | '' = ''): Promise<Enterprise | null> {
    const [row] = await tx.query<Row>(`select ${COLUMNS} from enterprises e where e.id = $1 ${lock}`, [id]);
    return row ? toEnterprise(row) : null;
  }

  async idByUscc(tx: Tx, uscc: string | null): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>('select id from enterprises where uscc = $1', [uscc]);
    return row?.id ?? null;
  }

  async list(tx: Tx, { q, regionCode, industry, limit, cursor }: EnterpriseQuery): Promise<Enterprise[]> {
    const range = subtreeRange(regionCode ?? '');
    const rows = await tx.query<Row>(
      `select ${COLUMNS} from enterprises e
       where e.id < coalesce($1, 'Z') and e.region_code >= $2 and e.region_code < $3
         and ($4::text is null or e.industry = $4)
         and ($5::text is null or strpos(e.name_folded, folded($5)) > 0 or e.uscc = upper($5))
       order by e.id desc limit $6`,
      [cursor ?? null, range.from, range.to, industry ?? null, q ?? null, limit + 1],
    );
    return rows.map(toEnterprise);
  }

  /** False where another enterprise has this credit code. */
  async insert(tx: Tx, enterprise: Enterprise): Promise<boolean> {
    const rows = await tx.query(
      `insert into enterprises (id, name, uscc, uscc_exception, kind, industry, region_code, contact_name, contact_phone_sealed, status, version, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id`,
      [...values(enterprise), new Date(enterprise.createdAt)],
    );
    return rows.length > 0;
  }

  async confirmHeadcount(tx: Tx, id: string, headcount: number, by: string, at: Instant): Promise<void> {
    await tx.query(
      `update enterprises set headcount = $2, headcount_confirmed_by = $3, headcount_confirmed_at = $4, version = version + 1
       where id = $1`,
      [id, headcount, by, new Date(at)],
    );
  }

  /** False where another enterprise has this credit code. */
  async save(tx: Tx, enterprise: Enterprise): Promise<boolean> {
    try {
      await tx.query(
        `update enterprises set name = $2, uscc = $3, uscc_exception = $4, kind = $5, industry = $6, region_code = $7,
           contact_name = $8, contact_phone_sealed = $9, status = $10, version = $11 where id = $1`,
        values(enterprise),
      );
      return true;
    } catch (fault) {
      if (violatedConstraint(fault) === null) throw fault;
      return false;
    }
  }
}

const values = (e: Enterprise): unknown[] => [
  e.id,
  e.name,
  e.uscc,
  e.usccException,
  e.kind,
  e.industry,
  e.regionCode,
  e.contactName,
  e.contactPhoneSealed,
  e.status,
  e.version,
];
