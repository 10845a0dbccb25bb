import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../kernel/refusal';
import type { Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { MakePermit } from './make-permit';
import type { PermitView } from '../permit-detail.dto';
import type { CreatePermitRequest } from './draft.dto';

/** A new permit as a draft; with `submit` in the same breath, and then not at all if it cannot be submitted. */
@Injectable()
export class CreatePermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: MakePermit,
  ) {}

  execute(request: Request, draft: CreatePermitRequest): Promise<Result<PermitView, Refusal>> {
    return this.uow.attempt(systemScope('create-permit'), (tx) =>
      this.permits.makePermit({ ...request, tx }, { draft, submit: draft.submit === true }),
    );
  }
}
