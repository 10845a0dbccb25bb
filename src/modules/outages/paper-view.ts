import { paperNumber } from '../../domain/outages/paper-number';
import { isoTime } from '../../kernel/time';
import type { PaperPermitView } from './paper.dto';
import type { PaperPermit } from './paper.store';

export const toPaperView = (paper: PaperPermit): PaperPermitView => ({
  id: paper.id,
  source: 'paper',
  number: paperNumber(paper.number),
  outageId: paper.outageId,
  enterpriseId: paper.enterpriseId,
  regime: paper.regime,
  level: paper.level,
  welderIds: [...paper.welderIds],
  machineIds: [...paper.machineIds],
  place: { name: paper.placeName, lat: paper.lat, lng: paper.lng },
  content: paper.content,
  from: isoTime(paper.from),
  to: isoTime(paper.to),
  signers: [...paper.signers],
  photoId: paper.photoId,
  enteredBy: paper.enteredBy,
  enteredAt: isoTime(paper.enteredAt),
});
