import { Injectable } from '@nestjs/common';
import { bestCard } from '../../domain/certificates/best-card';
import { reviewsAbolishedFrom } from '../../domain/certificates/certificate-state';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RegistryReader } from '../registry/registry.reader';
import { RulesReader } from '../rules/rules.reader';
import type { BestCertificates, CertificatePage } from './certificate.dto';
import { CertificateViews } from './certificate.mapper';
import { CertificatesReader } from './certificates.reader';
import { HeldCards } from './held-cards.view';

@Injectable()
export class FindCertificates {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cards: HeldCards,
    private readonly views: CertificateViews,
    private readonly registry: RegistryReader,
    private readonly reader: CertificatesReader,
    private readonly rules: RulesReader,
  ) {}

  async ofWelder({ caller, at }: Request, welderId: string): Promise<Result<CertificatePage, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      if (!(await this.registry.welderById(tx, welderId))) return refused(notFound('welder.not-found'));
      const cards = await this.cards.ofWelders(tx, [welderId]);
      return ok({ items: cards.map((card) => this.views.of(card, caller, at)), nextCursor: null });
    });
  }

  /** For lists of welders: the card that counts, and its end. */
  async bestOf({ caller, at }: Request, welderIds: readonly string[]): Promise<BestCertificates> {
    const reviewsEnd = reviewsAbolishedFrom(this.rules.book(), at);
    return this.uow.run(caller.scope, async (tx) => {
      const seen = await this.registry.weldersById(tx, welderIds);
      const cards = await this.reader.ofWelders(tx, seen.map(({ id }) => id)); // prettier-ignore
      return { items: [...cards].map(([welderId, held]) => ({ welderId, ...bestCard(held, at, reviewsEnd) })) };
    });
  }
}
