import { Injectable } from '@nestjs/common';
import { shanghaiDate, type Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { CertificateRow } from '../../schema/certificates/certificate.row';
import { WelderRow } from '../../schema/registry/welder.row';
import { CARD_IS_OVER, type Card } from './certificate.store';

/** With what the holder's row says about who may hear of it. */
export type HeldCard = Card & Readonly<Pick<WelderRow, 'name' | 'regionCode' | 'enterpriseId'>>;

const CARD = columnsOf(CertificateRow, 'c', [
  ...(['id', 'welderId', 'kind', 'numberSealed', 'numberHash', 'numberMasked', 'operations', 'issuer'] as const),
  ...(['issuedOn', 'validFrom', 'validTo', 'reviewDueOn', 'status', 'verifiedAt', 'verifiedBy'] as const),
  ...([
    'verificationMethod',
    'verificationNote',
    'revokedAt',
    'revokeReason',
    'createdAt',
    'photoId',
    'scannedAt',
    'scanUntil',
  ] as const),
]);

/** Certificates have no row security of their own: the holder's row, which has, must be in sight. */
const SELECT = `select ${CARD}, ${columnsOf(WelderRow, 'w', ['name', 'regionCode', 'enterpriseId'])}
  from certificates c join welders w on w.id = c.welder_id`;

/** Cards of the holders that the scope sees. */
@Injectable()
export class HeldCards {
  async find(tx: Tx, id: string): Promise<HeldCard | null> {
    return (await tx.query<HeldCard>(`${SELECT} where c.id = $1`, [id]))[0] ?? null;
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<HeldCard | null> {
    const [card] = await tx.query<HeldCard>(`${SELECT} where c.id = $1 for update of c`, [id]);
    return card ?? null;
  }

  ofWelders(tx: Tx, welderIds: readonly string[]): Promise<HeldCard[]> {
    return tx.prepared<HeldCard>(`${SELECT} where c.welder_id = any($1) order by c.id desc`, [welderIds]);
  }

  holdersOf(tx: Tx, numberHashes: readonly string[]): Promise<Pick<HeldCard, 'numberHash' | 'welderId'>[]> {
    return tx.query(
      `select distinct c.number_hash as "numberHash", c.welder_id as "welderId" from certificates c
       join welders w on w.id = c.welder_id where c.number_hash = any($1)`,
      [numberHashes],
    );
  }

  /** Verified cards whose last day lies in a range of printed dates, both ends in it. */
  endingBetween(tx: Tx, from: string, to: string): Promise<HeldCard[]> {
    return tx.query<HeldCard>(`${SELECT} where c.status = 'verified' and c.valid_to between $1 and $2 order by c.id`, [
      from,
      to,
    ]);
  }

  /** A card in sight that has one of these operations under this number already and is not over. */
  async inTheWay(tx: Tx, { id, numberHash, operations }: Card, at: Instant): Promise<string | null> {
    const [row] = await tx.query<Pick<CertificateRow, 'id'>>(
      `select c.id from certificates c join welders w on w.id = c.welder_id
       where c.number_hash = $1 and c.operations && $2::text[] and c.id <> $4 and not (${CARD_IS_OVER('$3')}) limit 1`,
      [numberHash, operations, shanghaiDate(at), id],
    );
    return row?.id ?? null;
  }

  /** Whether the holder's record only claims to be a person whom the register knows, and nobody has confirmed it. */
  async holderIsClaim(tx: Tx, welderId: string): Promise<boolean> {
    const [row] = await tx.query('select 1 from welders where id = $1 and same_person_as is not null', [welderId]);
    return row !== undefined;
  }
}
