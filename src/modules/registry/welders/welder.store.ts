import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '../../../domain/registry/numbers/person-document';
import type { WelderStatus } from '../../../domain/registry/welder';
import { subtreeRange } from '../../../kernel/region-code';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { WelderQuery } from './welder.dto';

export interface Welder {
  readonly id: string;
  readonly name: string;
  readonly idNumberSealed: string;
  readonly idNumberHash: string;
  readonly idNumberMasked: string;
  readonly idKind: DocumentKind;
  readonly phoneSealed: string;
  readonly phoneHash: string;
  readonly phoneMasked: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly enterpriseName: string | null;
  readonly status: WelderStatus;
  readonly code: string;
  readonly warnings: readonly string[];
  readonly trainingValidTo: string | null;
  readonly version: number;
  readonly createdAt: Instant;
}

type Row = Omit<Welder, 'createdAt'> & { readonly createdAt: Instant };

/** One record of a person; `samePersonAs` where it only claims to be the one of that id. */
export interface KnownPerson {
  readonly id: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly samePersonAs: string | null;
}

/** What a list's `q` may be: part of a name, or the keyed hash of a whole number. */
export interface WelderSearch {
  readonly name: string | null;
  readonly idNumberHash: string | null;
  readonly phoneHash: string | null;
}

const SELECT = `select w.id, w.name, w.id_number_sealed as "idNumberSealed", w.id_number_hash as "idNumberHash",
  w.id_number_masked as "idNumberMasked", w.id_kind as "idKind", w.phone_sealed as "phoneSealed", w.phone_hash as "phoneHash", w.phone_masked as "phoneMasked",
  w.region_code as "regionCode", w.enterprise_id as "enterpriseId", e.name as "enterpriseName", w.status, w.code, w.warnings,
  w.training_valid_to::text as "trainingValidTo", w.version, w.created_at as "createdAt"
  from welders w left join enterprises e on e.id = w.enterprise_id`;

/** A confirmed claim is history: the person's own record stands for them. */
const SETTLED_CLAIM = `(w.same_person_as is not null and w.claim_settled_at is not null and w.claim_refused_for is null)`;

const toWelder = (row: Row): Welder => ({ ...row, createdAt: row.createdAt });

@Injectable()
export class WelderStore {
  async find(tx: Tx, id: string): Promise<Welder | null> {
    const [row] = await tx.query<Row>(`${SELECT} where w.id = $1`, [id]);
    return row ? toWelder(row) : null;
  }

  /** The person with this number and the records that claim to be them. */
  ofNumber(tx: Tx, idNumberHash: string): Promise<KnownPerson[]> {
    return tx.query<KnownPerson>(
      `select id, region_code as "regionCode", enterprise_id as "enterpriseId", same_person_as as "samePersonAs"
       from welders where id_number_hash = $1 order by id`,
      [idNumberHash],
    );
  }

  async list(tx: Tx, query: WelderQuery, search: WelderSearch): Promise<Welder[]> {
    const range = subtreeRange(query.regionCode ?? '');
    const rows = await tx.query<Row>(
      `${SELECT} where w.id < coalesce($1, 'Z') and not ${SETTLED_CLAIM} and w.region_code >= $2 and w.region_code < $3
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
    return rows.map(toWelder);
  }

  /** False where this person is registered, or claimed by the same enterprise, already. */
  async insert(tx: Tx, w: Welder, samePersonAs: string | null): Promise<boolean> {
    const rows = await tx.query(
      `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked,
         region_code, enterprise_id, status, code, warnings, version, created_at, id_kind, same_person_as)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       on conflict do nothing returning id`,
      [
        w.id,
        w.name,
        w.idNumberSealed,
        w.idNumberHash,
        w.idNumberMasked,
        w.phoneSealed,
        w.phoneHash,
        w.phoneMasked,
        w.regionCode,
        w.enterpriseId,
        w.status,
        w.code,
        w.warnings,
        w.version,
        new Date(w.createdAt),
        w.idKind,
        samePersonAs,
      ],
    );
    return rows.length > 0;
  }

  async employ(tx: Tx, welderId: string, enterpriseId: string, since: Instant): Promise<void> {
    await tx.query('insert into employments (welder_id, enterprise_id, since) values ($1, $2, $3)', [
      welderId,
      enterpriseId,
      new Date(since),
    ]);
  }
}
