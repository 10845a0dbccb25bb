import { Injectable } from '@nestjs/common';
import type { Certificate } from '../../domain/certificates/certificate';
import { validityOf } from '../../domain/certificates/certificate-rules';
import { DAY, shanghaiMidnight } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Card } from './certificate.store';
import { HeldCards } from './held-cards.view';

export interface EndingCertificate {
  readonly id: string;
  readonly welderId: string;
  /** `YYYY-MM-DD`, the last day it holds. */
  readonly validTo: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
}

/** A certificate as others may see it. */
export interface ShownCertificate {
  readonly certificate: Certificate;
  readonly numberMasked: string;
  /** As printed. */
  readonly validTo: string;
}

/** What later features may ask about certificates. The transaction's scope decides whose. */
@Injectable()
export class CertificatesReader {
  constructor(private readonly cards: HeldCards) {}

  async ofWelder(tx: Tx, welderId: string): Promise<Certificate[]> {
    return (await this.cards.ofWelders(tx, [welderId])).map(toCertificate);
  }

  async ofWelders(tx: Tx, welderIds: readonly string[]): Promise<Map<string, Certificate[]>> {
    const byWelder = new Map<string, Certificate[]>(welderIds.map((id) => [id, []]));
    for (const card of await this.cards.ofWelders(tx, welderIds))
      byWelder.get(card.welderId)?.push(toCertificate(card));
    return byWelder;
  }

  /** By welder, as people are shown them. */
  async shownOf(tx: Tx, welderIds: readonly string[]): Promise<Map<string, ShownCertificate[]>> {
    const byWelder = new Map<string, ShownCertificate[]>(welderIds.map((id) => [id, []]));
    for (const card of await this.cards.ofWelders(tx, welderIds)) {
      const { numberMasked, validTo } = card;
      byWelder.get(card.welderId)?.push({ certificate: toCertificate(card), numberMasked, validTo });
    }
    return byWelder;
  }

  /** Whose card has a number, by its fingerprint; a number that nobody holds is left out. */
  async holdersOf(tx: Tx, numberHashes: readonly string[]): Promise<Map<string, string>> {
    const held = await this.cards.holdersOf(tx, numberHashes);
    return new Map(held.map(({ numberHash, welderId }) => [numberHash, welderId]));
  }

  /** Verified ones that end between two printed dates, both in it; for notices. */
  async endingBetween(tx: Tx, from: string, to: string): Promise<EndingCertificate[]> {
    const cards = await this.cards.endingBetween(tx, from, to);
    return cards.map(({ id, welderId, validTo, regionCode, enterpriseId }) => ({
      id,
      welderId,
      validTo,
      regionCode,
      enterpriseId,
    }));
  }
}

/** Printed dates as moments: the last day belongs to it. */
export function toCertificate(card: Card): Certificate {
  const { from, to } = validityOf(card.validFrom, card.validTo);
  return {
    id: card.id,
    kind: card.kind,
    operations: card.operations,
    status: card.status,
    validFrom: from,
    validTo: to,
    reviewDueAt: card.reviewDueOn === null ? null : shanghaiMidnight(card.reviewDueOn) + DAY,
    revokedAt: card.revokedAt,
    scannedAt: card.scannedAt,
    scanUntil: card.scanUntil,
  };
}
