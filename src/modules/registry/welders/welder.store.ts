import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '../../../domain/registry/numbers/person-document';
import type { WelderStatus } from '../../../domain/registry/welder';
import { subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import { valuesOf } from '../../../platform/database/rows';
import type { Tx } from '../../../platform/database/unit-of-work';
import { EmploymentRow } from '../../../schema/registry/employment.row';
import { WelderRow } from '../../../schema/registry/welder.row';
import type { WelderQuery } from './welder.dto';

const NAMES = [
  'id', 'name', 'idNumberSealed', 'idNumberHash', 'idNumberMasked', 'idKind', 'phoneSealed', 'phoneHash', 'phoneMasked',
  'regionCode', 'enterpriseId', 'status', 'code', 'warnings', 'trainingValidTo', 'version', 'createdAt',
] as const; // prettier-ignore

export interface Welder extends Readonly<Pick<WelderRow, (typeof NAMES)[number]>> {
  readonly idKind: DocumentKind;
  readonly status: WelderStatus;
  readonly enterpriseName: string | null;
  /** The person whom this record claims to be, where the reader may see both and nobody has settled it. */
  readonly claimsToBe: string | null;
}

/** One record of a person; `samePersonAs` where it only claims to be the one of that id. */
export type KnownPerson = Readonly<Pick<WelderRow, 'id' | 'regionCode' | 'enterpriseId' | 'samePersonAs'>>;

/** What a list's `q` may be: part of a name, or the keyed hash of a whole number. */
export interface WelderSearch {
  readonly name: string | null;
  readonly idNumberHash: string | null;
  readonly phoneHash: string | null;
}

/** The policy of the table hides a person beyond the reader's reach: nobody learns who is known elsewhere. */
const SELECT = `select ${columnsOf(WelderRow, 'w', NAMES)}, e.name as "enterpriseName",
    (select p.id from welders p where p.id = w.same_person_as and w.claim_settled_at is null) as "claimsToBe"
  from welders w left join enterprises e on e.id = w.enterprise_id`;

/** A confirmed claim is history: the person's own record stands for them. */
const SETTLED_CLAIM = `(w.same_person_as is not null and w.claim_settled_at is not null and w.claim_refused_for is null)`;

@Injectable()
export class WelderStore {
  async find(tx: Tx, id: string): Promise<Welder | null> {
    return (await tx.query<Welder>(`${SELECT} where w.id = $1`, [id]))[0] ?? null;
  }

  /** The person with this number and the records that claim to be them. */
  ofNumber(tx: Tx, idNumberHash: string): Promise<KnownPerson[]> {
    return tx.rows(WelderRow).find({ where: { idNumberHash }, order: { id: 'ASC' } });
  }

  list(tx: Tx, query: WelderQuery, search: WelderSearch): Promise<Welder[]> {
    const range = subtreeRange(query.regionCode ?? '');
    return tx.query<Welder>(
      `${SELECT} where w.id < coalesce($1, 'Z') and w.erased_at is null and not ${SETTLED_CLAIM} and w.region_code >= $2 and w.region_code < $3
         and ($4::text is null or w.enterprise_id = $4)
         and ($5::text is null or strpos(w.name_folded, folded($5)) > 0 or w.id_number_hash = $6 or w.phone_hash = $7)
       order by w.id desc limit $8`,
      [
        query.cursor ?? null,
        range.from,
        range.to,
        query.enterpriseId ?? null,
        search.name,
        search.idNumberHash,
        search.phoneHash,
        query.limit + 1,
      ],
    );
  }

  /** False where this person is registered, or claimed by the same enterprise, already. */
  insert(tx: Tx, welder: Welder, samePersonAs: string | null): Promise<boolean> {
    return tx.rows(WelderRow).insertNew({ ...welder, samePersonAs });
  }

  /** With whom each works for. Throws where one of them is registered already: nothing of the list is kept then. */
  async insertMany(
    tx: Tx,
    welders: readonly (Welder & { readonly samePersonAs: string | null })[],
    at: Instant,
  ): Promise<void> {
    await tx.rows(WelderRow).insert(welders.map((welder) => valuesOf(welder, [...NAMES, 'samePersonAs'])));
    const employed = welders.flatMap(({ id, enterpriseId }) =>
      enterpriseId === null ? [] : [{ welderId: id, enterpriseId, since: at }],
    );
    if (employed.length > 0) await tx.rows(EmploymentRow).insert(employed);
  }

  employ(tx: Tx, welderId: string, enterpriseId: string, since: Instant): Promise<void> {
    return tx.rows(EmploymentRow).insert({ welderId, enterpriseId, since });
  }
}
