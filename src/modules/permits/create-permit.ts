import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import type { Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import { MakePermit } from './make-permit';
import type { PermitView } from './permit-detail.dto';
import type { CreatePermitRequest } from './permit.dto';

/** A new permit as a draft; with `submit` in the same breath, and then not at all if it cannot be submitted. */
@Injectable()
export class CreatePermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: MakePermit,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, draft: CreatePermitRequest, language: Language): Promise<Result<PermitView, Refusal>> {
    const at = this.clock.now();
    return this.uow.attempt(systemScope('create-permit'), (tx) =>
      this.permits.make(tx, caller, { draft, submit: draft.submit === true }, language, at),
    );
  }
}
