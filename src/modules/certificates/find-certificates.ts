import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { RegistryReader } from '../registry/registry.reader';
import type { CertificatePage } from './certificate.dto';
import { CertificateViews } from './certificate.mapper';
import { HeldCards } from './held-cards.view';

@Injectable()
export class FindCertificates {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cards: HeldCards,
    private readonly views: CertificateViews,
    private readonly registry: RegistryReader,
  ) {}

  async ofWelder({ caller, at }: Request, welderId: string): Promise<Result<CertificatePage, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      if (!(await this.registry.welderById(tx, welderId))) return refused(notFound('welder.not-found'));
      const cards = await this.cards.ofWelders(tx, [welderId]);
      return ok({ items: cards.map((card) => this.views.of(card, caller, at)), nextCursor: null });
    });
  }
}
