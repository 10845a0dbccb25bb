import { Injectable } from '@nestjs/common';
import { matchScan, readECertificate } from '../../../domain/certificates/e-certificate';
import { lookupAddresses, lookupHosts } from '../../../domain/certificates/lookup';
import { claimedBy, claimHolds } from '../../../domain/certificates/scan-claim';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { isoTimeOrNull, type Instant } from '../../../kernel/time';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import { CERTIFICATE_NUMBER } from '../add-certificate';
import { certificateEvent } from '../certificate-event';
import { CertificateStore } from '../certificate.store';
import { toCertificate } from '../certificates.reader';
import { HeldCards, type HeldCard } from '../held-cards.view';
import { CertificateCheckStore } from './certificate-check.store';
import type { CertificateScan, ScanReading } from './check.dto';

export const SCANNED_TEXT = 'certificate.scan';

/**
 * The QR code of an e-certificate, read on a phone. It proves nothing, for anybody can draw one; the first that names this
 * card lets its holder work for some hours, until an official looked.
 */
@Injectable()
export class ScanCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly held: HeldCards,
    private readonly cards: CertificateStore,
    private readonly checks: CertificateCheckStore,
    private readonly rules: RulesReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  execute({ caller, at }: Request, id: string, text: string): Promise<Result<CertificateScan, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const card = await this.held.lock(tx, id);
      if (!card) return refused(notFound('certificate.not-found'));
      const reading = this.read(text, card, at);
      const scanSealed = this.sealer.seal(SCANNED_TEXT, text);
      await this.checks.add(tx, card, { kind: 'scanned', answer: reading, scanSealed }, caller, at);
      const unscanned = reading === 'same' && card.status === 'unverified' && card.scannedAt === null;
      const first = unscanned && !(await this.cards.scanUsedUp(tx, card));
      const now = first ? { ...card, ...this.claim(card, at) } : card;
      if (first) await this.cards.keepScan(tx, now);
      const { regionCode, welderId } = card;
      const entry = { action: 'certificate.scanned', entity: 'certificate', entityId: id, regionCode };
      const after = { reading, welderId, workUntil: isoTimeOrNull(now.scanUntil) };
      this.journal.record(tx, caller, at, [{ ...entry, after }], [certificateEvent('certificate.changed', card)]);
      const workUntil = claimHolds(toCertificate(now), at) ? now.scanUntil : null;
      return ok({ reading, workUntil: isoTimeOrNull(workUntil) });
    });
  }

  private read(text: string, card: HeldCard, at: Instant): ScanReading {
    const scanned = readECertificate(text, lookupHosts(lookupAddresses(this.rules.book(), at)));
    if (scanned.kind !== 'number') return scanned.kind;
    return matchScan(scanned, {
      number: this.sealer.open(CERTIFICATE_NUMBER, card.numberSealed),
      holder: card.name,
    });
  }

  private claim({ regionCode }: HeldCard, at: Instant): Pick<HeldCard, 'scannedAt' | 'scanUntil'> {
    const hours = this.rules.book().value<number>('certificate.scanned-hours', { regionCode }, at);
    const { from, to } = claimedBy(at, hours);
    return { scannedAt: from, scanUntil: to };
  }
}
