import { Injectable } from '@nestjs/common';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { PhotoChecks, type PhotoCheck } from '../../permits/signboard/photo-checks';
import type { PhotoCheckPage, PhotoCheckQuery, PhotoCheckView } from './photo-check.dto';

@Injectable()
export class FindPhotoChecks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly checks: PhotoChecks,
  ) {}

  async list({ caller }: Request, { mine, limit, cursor }: PhotoCheckQuery): Promise<PhotoCheckPage> {
    const asked = { waitsFor: mine ? caller.userId : null, limit, cursor };
    const rows = await this.uow.run(caller.scope, (tx) => this.checks.list(tx, asked));
    return toPage(rows.map(viewOf), limit, ({ id }) => id);
  }
}

const iso = (at: number): string => new Date(at).toISOString();

export const viewOf = (check: PhotoCheck): PhotoCheckView => ({
  id: check.photoId,
  kind: check.kind,
  permitId: check.permitId,
  jobId: check.jobId,
  welderId: check.welderId,
  askedAt: iso(check.askedAt),
  dueAt: iso(check.dueAt),
  decidedAt: check.decidedAt === null ? null : iso(check.decidedAt),
  verdict: check.verdict,
});
