import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PermitDetails } from './permit-detail';
import type { PermitView } from './permit-detail.dto';
import { PermitLoader } from '../permit-loader';

@Injectable()
export class FindPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly loader: PermitLoader,
    private readonly details: PermitDetails,
  ) {}

  async one(request: Request, id: string): Promise<Result<PermitView, Refusal>> {
    return this.uow.run(systemScope('find-permit'), async (tx) => {
      const loaded = await this.loader.findFor(tx, request.caller, id, request.at);
      if (!loaded) return refused(notFound('permit.not-found'));
      return ok(await this.details.showPermit({ ...request, tx }, loaded));
    });
  }
}
