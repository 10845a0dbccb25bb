import { Injectable } from '@nestjs/common';
import type { EnterpriseKind, EnterpriseStatus } from '../../../domain/registry/enterprise';
import type { Industry } from '../../../domain/registry/industry';
import { subtreeRange } from '../../../kernel/region-code';
import { columnsOf } from '../../../platform/database/columns';
import { valuesOf } from '../../../platform/database/rows';
import { violatedConstraint } from '../../../platform/database/unique-violation';
import type { Tx } from '../../../platform/database/unit-of-work';
import { EnterpriseRow } from '../../../schema/registry/enterprise.row';
import type { EnterpriseQuery } from './enterprise.dto';

/** What the form of an enterprise changes. */
const FORM = [
  'name', 'uscc', 'usccException', 'kind', 'industry', 'regionCode', 'contactName', 'contactPhoneSealed', 'status', 'version',
] as const; // prettier-ignore
const NAMES = ['id', ...FORM, 'headcount', 'headcountConfirmedAt', 'createdAt'] as const;

/** `headcount`: how many people work there, as an official confirmed it. */
export interface Enterprise extends Readonly<Pick<EnterpriseRow, (typeof NAMES)[number]>> {
  readonly kind: EnterpriseKind;
  readonly industry: Industry;
  readonly status: EnterpriseStatus;
}

const COLUMNS = columnsOf(EnterpriseRow, 'e', NAMES);

@Injectable()
export class EnterpriseStore {
  /** Locked until the transaction ends where it is about to be changed. */
  async find(tx: Tx, id: string, lock: 'for update' | '' = ''): Promise<Enterprise | null> {
    const sql = `select ${COLUMNS} from enterprises e where e.id = $1 ${lock}`;
    return (await tx.query<Enterprise>(sql, [id]))[0] ?? null;
  }

  async idByUscc(tx: Tx, uscc: string | null): Promise<string | null> {
    const found = uscc === null ? null : await tx.rows(EnterpriseRow).findOne({ where: { uscc } });
    return found?.id ?? null;
  }

  list(tx: Tx, { q, regionCode, industry, limit, cursor }: EnterpriseQuery): Promise<Enterprise[]> {
    const range = subtreeRange(regionCode ?? '');
    return tx.query<Enterprise>(
      `select ${COLUMNS} from enterprises e
       where e.id < coalesce($1, 'Z') and e.region_code >= $2 and e.region_code < $3
         and ($4::text is null or e.industry = $4)
         and ($5::text is null or strpos(e.name_folded, folded($5)) > 0 or e.uscc = upper($5))
       order by e.id desc limit $6`,
      [cursor ?? null, range.from, range.to, industry ?? null, q ?? null, limit + 1],
    );
  }

  /** False where another enterprise has this credit code. */
  insert(tx: Tx, enterprise: Enterprise): Promise<boolean> {
    return tx.rows(EnterpriseRow).insertNew(enterprise);
  }

  /** Throws where one of the credit codes is taken: nothing of the list is kept then. */
  insertMany(tx: Tx, enterprises: readonly Enterprise[]): Promise<void> {
    return tx.rows(EnterpriseRow).insert(enterprises);
  }

  async confirmHeadcount(
    tx: Tx,
    { id, version, headcount, headcountConfirmedAt }: Enterprise,
    by: string,
  ): Promise<void> {
    const confirmed = { version, headcount, headcountConfirmedAt, headcountConfirmedBy: by };
    await tx.rows(EnterpriseRow).update({ id }, confirmed);
  }

  /** False where another enterprise has this credit code. */
  async save(tx: Tx, enterprise: Enterprise): Promise<boolean> {
    try {
      await tx.rows(EnterpriseRow).update({ id: enterprise.id }, valuesOf(enterprise, FORM));
      return true;
    } catch (fault) {
      if (violatedConstraint(fault) === null) throw fault;
      return false;
    }
  }
}
