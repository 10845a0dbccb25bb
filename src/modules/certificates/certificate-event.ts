import type { DomainEvent } from '../../platform/audit/journal';
import type { HeldCard } from './held-cards.view';

export type CertificateNews = 'certificate.changed' | 'certificate.revoked' | 'certificate.forged';

type Concerned = Pick<HeldCard, 'id' | 'welderId' | 'regionCode' | 'enterpriseId' | 'status'>;

/** News about somebody's certificate. One that is taken away ends the holder's jobs, so it has a name of its own. */
export const certificateEvent = (type: CertificateNews, card: Concerned): DomainEvent => ({
  type,
  entity: 'certificate',
  entityId: card.id,
  regionCode: card.regionCode,
  enterpriseIds: card.enterpriseId === null ? [] : [card.enterpriseId],
  data: { welderId: card.welderId, status: card.status },
});
