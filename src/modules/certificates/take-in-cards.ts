import { Injectable } from '@nestjs/common';
import type { ListedCard } from '../../domain/imports/judge/certificate-draft';
import { maskCertificateNumber } from '../../domain/registry/numbers/mask';
import type { Instant } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Actor } from '../../platform/auth/caller';
import { Sealer } from '../../platform/database/sealer';
import type { Tx } from '../../platform/database/unit-of-work';
import { Ids } from '../../platform/time/ids';
import { CERTIFICATE_NUMBER } from './add-certificate';
import { certificateEvent } from './certificate-event';
import { auditedCard } from './certificate.mapper';
import { CertificateStore, type Card } from './certificate.store';
import { HeldCards } from './held-cards.view';

/** A line of the authority's list that agrees with the register. `cardId`: the card that it verifies; null: one that is entered by it. */
export interface ConfirmedCard {
  readonly listed: ListedCard;
  readonly cardId: string | null;
  readonly holder: { readonly id: string; readonly regionCode: string; readonly enterpriseId: string | null };
}

/** Who brought the list in, and its file. */
export interface ListedBy {
  readonly actor: Actor;
  readonly at: Instant;
  readonly note: string;
}

/** A card as it is now; `counts`: its number is its own. */
interface Written {
  readonly card: Card;
  readonly holder: ConfirmedCard['holder'];
  readonly counts: boolean;
  readonly was: string | null;
}

/** Verifies cards by the authority's list, and enters those that nobody had entered. */
@Injectable()
export class TakeInCards {
  constructor(
    private readonly cards: CertificateStore,
    private readonly held: HeldCards,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  /** The cards' ids, in the order of the lines; null where a number counts for another card already, and the card waits. */
  async execute(tx: Tx, by: ListedBy, lines: readonly ConfirmedCard[]): Promise<(string | null)[]> {
    const written: Written[] = [];
    for (const line of lines) written.push(await this.write(tx, by, line));
    const changed = written.filter(({ counts }) => counts);
    this.journal.record(
      tx,
      by.actor,
      by.at,
      changed.map(({ card, holder, was }) => ({
        action: was === null ? 'certificate.added' : 'certificate.verify',
        entity: 'certificate',
        entityId: card.id,
        regionCode: holder.regionCode,
        ...(was !== null && { before: { status: was } }),
        after: { ...(auditedCard(card) as object), verificationMethod: 'import', verificationNote: by.note },
      })),
      changed.map(({ card, holder }) =>
        certificateEvent('certificate.changed', {
          ...holder,
          id: card.id,
          welderId: card.welderId,
          status: card.status,
        }),
      ),
    );
    return written.map(({ card, counts }) => (counts ? card.id : null));
  }

  private async write(tx: Tx, by: ListedBy, { listed, cardId, holder }: ConfirmedCard): Promise<Written> {
    const before = cardId === null ? null : await this.held.lock(tx, cardId);
    const entered = before ?? this.entered(listed, holder.id, by.at);
    if (before === null) await this.cards.insert(tx, entered);
    const card = this.verified(entered, by);
    const counts = await this.cards.takeNumber(tx, card, by.at);
    if (counts) await this.cards.save(tx, card);
    return { card, holder, counts, was: before?.status ?? null };
  }

  private verified(card: Card, { actor, at, note }: ListedBy): Card {
    return {
      ...card,
      ...{ status: 'verified', verifiedAt: at, verifiedBy: actor.userId },
      ...{ verificationMethod: 'import', verificationNote: note },
    };
  }

  private entered(listed: ListedCard, welderId: string, at: Instant): Card {
    const { number, kind, operations, issuer, issuedOn, validFrom, validTo } = listed;
    return {
      ...{ id: this.ids.next(at), welderId, kind, operations, issuer, issuedOn, validFrom, validTo, createdAt: at },
      numberSealed: this.sealer.seal(CERTIFICATE_NUMBER, number),
      numberHash: this.sealer.fingerprint(CERTIFICATE_NUMBER, number),
      numberMasked: maskCertificateNumber(number),
      ...{ status: 'unverified', reviewDueOn: null, verifiedAt: null, verifiedBy: null, verificationMethod: null },
      ...{ verificationNote: null, revokedAt: null, revokeReason: null, photoId: null },
      ...{ scannedAt: null, scanUntil: null },
    };
  }
}
