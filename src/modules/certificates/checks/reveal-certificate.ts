import { Injectable } from '@nestjs/common';
import { lookupAddresses } from '../../../domain/certificates/lookup';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RulesReader } from '../../rules/rules.reader';
import { CERTIFICATE_NUMBER } from '../add-certificate';
import { HeldCards } from '../held-cards.view';
import { CertificateCheckStore } from './certificate-check.store';
import type { RevealedCertificate } from './check.dto';

/** The clear number and name that a public lookup asks for; who looked, and why, is kept for good. */
@Injectable()
export class RevealCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly held: HeldCards,
    private readonly checks: CertificateCheckStore,
    private readonly rules: RulesReader,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  execute({ caller, at }: Request, id: string, purpose: string): Promise<Result<RevealedCertificate, Refusal>> {
    const reason = purpose.trim();
    return this.uow.run(caller.scope, async (tx) => {
      const card = await this.held.find(tx, id);
      if (!card) return refused(notFound('certificate.not-found'));
      await this.checks.add(tx, card, { kind: 'revealed', note: reason }, caller, at);
      this.journal.record(tx, caller, at, [
        {
          action: 'certificate.revealed',
          entity: 'certificate',
          entityId: id,
          regionCode: card.regionCode,
          after: { reason },
        },
      ]);
      return ok({
        number: this.sealer.open(CERTIFICATE_NUMBER, card.numberSealed),
        name: card.name,
        address: lookupAddresses(this.rules.book(), at)[card.kind] ?? null,
      });
    });
  }
}
