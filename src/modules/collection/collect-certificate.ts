import { Injectable } from '@nestjs/common';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { AddCertificate } from '../certificates/add-certificate';
import type { AddCertificateRequest } from '../certificates/certificate.dto';
import { CollectionStore, type Collection } from './collection.store';

/** Enters a welder's card after the welder. A card that is refused keeps nobody out: the reason stays with the collection. */
@Injectable()
export class CollectCertificate {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly collections: CollectionStore,
    private readonly certificates: AddCertificate,
  ) {}

  /** Sent again, it goes on where it was cut off. */
  async execute(request: Request, collection: Collection, card: AddCertificateRequest | undefined): Promise<void> {
    const { id, entityId, certificateId, certificateFault } = collection;
    if (card === undefined || entityId === null || certificateId !== null || certificateFault !== null) return;
    const added = await this.certificates.execute(request, entityId, card);
    const outcome = added.ok ? { certificateId: added.value.id } : { certificateFault: added.refusal.code };
    await this.uow.run(request.caller.scope, (tx) => this.collections.noteCertificate(tx, id, outcome));
  }
}
