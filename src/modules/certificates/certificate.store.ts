import { Injectable } from '@nestjs/common';
import type { CertificateKind, CertificateStatus, Operation } from '../../domain/certificates/certificate';
import { shanghaiDate, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { CertificateRow } from '../../schema/certificates/certificate.row';
import type { VerificationMethod } from '../../domain/certificates/lookup';

/** Columns whose texts the program knows. */
interface Known {
  readonly kind: CertificateKind;
  readonly operations: readonly Operation[];
  readonly status: CertificateStatus;
  readonly verificationMethod: VerificationMethod | null;
}

/** A card as it was entered, with what was found out about it. Dates as printed. */
export interface Card extends Readonly<Omit<CertificateRow, keyof Known>>, Known {}

@Injectable()
export class CertificateStore {
  async insert(tx: Tx, card: Card): Promise<void> {
    await tx.rows(CertificateRow).insert({ ...card, operations: [...card.operations] });
  }

  /** A number counts once for each operation. False where another card holds it: a verified one, or any while this is not. */
  async takeNumber(tx: Tx, card: Card, at: Instant): Promise<boolean> {
    const taken = await tx.query(
      `insert into certificate_operations as o (number_hash, operation, certificate_id) select $1, unnest($2::text[]), $3
       on conflict (number_hash, operation) do update set certificate_id = excluded.certificate_id
         where o.certificate_id = excluded.certificate_id
           or exists (select 1 from certificates c where c.id = o.certificate_id and (${CARD_IS_OVER('$4')} or $5 and c.status = 'unverified'))
       returning operation`,
      [card.numberHash, card.operations, card.id, shanghaiDate(at), card.status === 'verified'],
    );
    return taken.length === card.operations.length;
  }

  /** What an official found out; what was entered stays as it is. */
  async save(tx: Tx, { id, ...card }: Card): Promise<void> {
    const { status, verifiedAt, verifiedBy, verificationMethod, verificationNote, photoId } = card;
    const verified = { verifiedAt, verifiedBy, verificationMethod, verificationNote, photoId };
    const revoked = { revokedAt: card.revokedAt, revokeReason: card.revokeReason };
    await tx.rows(CertificateRow).update({ id }, { status, ...verified, ...revoked });
  }

  async keepScan(tx: Tx, { id, scannedAt, scanUntil }: Card): Promise<void> {
    await tx.rows(CertificateRow).update({ id }, { scannedAt, scanUntil });
  }

  /** Somebody looked, and found nothing good: what a scan let pass is over, and no later one lets anything pass. */
  async endScan(
    tx: Tx,
    { id, scannedAt, scanUntil }: Card,
    at: Instant,
  ): Promise<Pick<Card, 'scannedAt' | 'scanUntil'>> {
    if (scanUntil !== null && scanUntil <= at) return { scannedAt, scanUntil };
    const ended = { scannedAt: scannedAt ?? at, scanUntil: at };
    await tx.rows(CertificateRow).update({ id }, ended);
    return ended;
  }

  /**
   * Whoever enters a card chooses its dates, so a scan of it lets nobody work where another one under the number was
   * scanned and never verified, was revoked, or was forged.
   */
  async scanUsedUp(tx: Tx, { id, numberHash, operations }: Card): Promise<boolean> {
    const [row] = await tx.query(
      `select 1 from certificates c where c.number_hash = $1 and c.id <> $2 and c.operations && $3::text[]
         and (c.status in ('revoked', 'forged') or c.status = 'unverified' and c.scanned_at is not null) limit 1`,
      [numberHash, id, operations],
    );
    return row !== undefined;
  }
}

/** The holder's next card has the same number: it may follow one that ended, was revoked or was forged. */
export const CARD_IS_OVER = (today: string): string =>
  `c.status in ('revoked', 'forged') or c.valid_to < ${today}::date`;
