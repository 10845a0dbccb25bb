import { Injectable } from '@nestjs/common';
import type { CertificateKind, CertificateStatus, Operation } from '../../domain/certificates/certificate';
import { shanghaiDate, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { VerificationMethod } from './certificate.dto';
import { timestamp } from '../../platform/database/timestamp';

/** A card as it was entered, with what was found out about it. Dates as printed. */
export interface Card {
  readonly id: string;
  readonly welderId: string;
  readonly kind: CertificateKind;
  readonly numberSealed: string;
  readonly numberHash: string;
  readonly numberMasked: string;
  readonly operations: readonly Operation[];
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reviewDueOn: string | null;
  readonly status: CertificateStatus;
  readonly verifiedAt: Instant | null;
  readonly verifiedBy: string | null;
  readonly verificationMethod: VerificationMethod | null;
  readonly verificationNote: string | null;
  readonly revokedAt: Instant | null;
  readonly revokeReason: string | null;
  readonly photoId: string | null;
  readonly createdAt: Instant;
}

/** With what the holder's row says about who may hear of it. */
export interface HeldCard extends Card {
  readonly regionCode: string;
  readonly enterpriseId: string | null;
}

type Row = Omit<HeldCard, 'verifiedAt' | 'revokedAt' | 'createdAt'> & {
  readonly verifiedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly createdAt: Instant;
};

/** Certificates have no row security of their own: the holder's row, which has, must be in sight. */
const SELECT = `select c.id, c.welder_id as "welderId", c.kind, c.number_sealed as "numberSealed", c.number_hash as "numberHash",
  c.number_masked as "numberMasked", c.operations, c.issuer, c.issued_on::text as "issuedOn", c.valid_from::text as "validFrom",
  c.valid_to::text as "validTo", c.review_due_on::text as "reviewDueOn", c.status, c.verified_at as "verifiedAt",
  c.verified_by as "verifiedBy", c.verification_method as "verificationMethod", c.verification_note as "verificationNote",
  c.revoked_at as "revokedAt", c.revoke_reason as "revokeReason", c.created_at as "createdAt",
  c.photo_id as "photoId",
  w.region_code as "regionCode", w.enterprise_id as "enterpriseId"
  from certificates c join welders w on w.id = c.welder_id`;

const toCard = (row: Row): HeldCard => ({
  ...row,
  verifiedAt: row.verifiedAt,
  revokedAt: row.revokedAt,
  createdAt: row.createdAt,
});

@Injectable()
export class CertificateStore {
  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<HeldCard | null> {
    const [row] = await tx.query<Row>(`${SELECT} where c.id = $1 for update of c`, [id]);
    return row ? toCard(row) : null;
  }

  async ofWelders(tx: Tx, welderIds: readonly string[]): Promise<HeldCard[]> {
    const rows = await tx.query<Row>(`${SELECT} where c.welder_id = any($1) order by c.id desc`, [welderIds]);
    return rows.map(toCard);
  }

  /** Verified cards whose last day lies in a range of printed dates, both ends in it. */
  async endingBetween(tx: Tx, from: string, to: string): Promise<HeldCard[]> {
    const rows = await tx.query<Row>(
      `${SELECT} where c.status = 'verified' and c.valid_to between $1 and $2 order by c.id`,
      [from, to],
    );
    return rows.map(toCard);
  }

  /** A card in sight that has one of these operations under this number already and is not over. */
  async inTheWay(tx: Tx, { id, numberHash, operations }: Card, at: Instant): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      `select c.id from certificates c join welders w on w.id = c.welder_id
       where c.number_hash = $1 and c.operations && $2::text[] and c.id <> $4 and not (${OVER('$3')}) limit 1`,
      [numberHash, operations, shanghaiDate(at), id],
    );
    return row?.id ?? null;
  }

  async insert(tx: Tx, card: Card): Promise<void> {
    await tx.query(
      `insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on,
         valid_from, valid_to, review_due_on, status, created_at, photo_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        card.id,
        card.welderId,
        card.kind,
        card.numberSealed,
        card.numberHash,
        card.numberMasked,
        card.operations,
        card.issuer,
        card.issuedOn,
        card.validFrom,
        card.validTo,
        card.reviewDueOn,
        card.status,
        new Date(card.createdAt),
        card.photoId,
      ],
    );
  }

  /** A number counts once for each operation. False where another card holds it: a verified one, or any while this is not. */
  async takeNumber(tx: Tx, card: Card, at: Instant): Promise<boolean> {
    const taken = await tx.query(
      `insert into certificate_operations as o (number_hash, operation, certificate_id) select $1, unnest($2::text[]), $3
       on conflict (number_hash, operation) do update set certificate_id = excluded.certificate_id
         where o.certificate_id = excluded.certificate_id
           or exists (select 1 from certificates c where c.id = o.certificate_id and (${OVER('$4')} or $5 and c.status = 'unverified'))
       returning operation`,
      [card.numberHash, card.operations, card.id, shanghaiDate(at), card.status === 'verified'],
    );
    return taken.length === card.operations.length;
  }

  /** Whether the holder's record only claims to be a person whom the register knows, and nobody has confirmed it. */
  async holderIsClaim(tx: Tx, welderId: string): Promise<boolean> {
    const [row] = await tx.query('select 1 from welders where id = $1 and same_person_as is not null', [welderId]);
    return row !== undefined;
  }

  async save(tx: Tx, card: Card): Promise<void> {
    await tx.query(
      `update certificates set status = $2, verified_at = $3, verified_by = $4, verification_method = $5, verification_note = $6,
         revoked_at = $7, revoke_reason = $8, photo_id = $9 where id = $1`,
      [
        card.id,
        card.status,
        timestamp(card.verifiedAt),
        card.verifiedBy,
        card.verificationMethod,
        card.verificationNote,
        timestamp(card.revokedAt),
        card.revokeReason,
        card.photoId,
      ],
    );
  }
}

/** The holder's next card has the same number: it may follow one that ended, was revoked or was forged. */
const OVER = (today: string): string => `c.status in ('revoked', 'forged') or c.valid_to < ${today}::date`;
