import { Injectable } from '@nestjs/common';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PermitStore } from '../permit.store';
import type { SignboardCodeView } from './signboard-code.dto';
import { SignboardCodes } from './signboard-codes';

/** Only the watcher on duty shows it: their sign-on has proven where they are. */
@Injectable()
export class ShowSignboardCode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitStore,
    private readonly codes: SignboardCodes,
  ) {}

  async execute({ caller, at }: Request, id: string): Promise<Result<SignboardCodeView, Refusal>> {
    return this.uow.run(systemScope('signboard-code'), async (tx) => {
      const permit = await this.permits.findFor(tx, caller, id, at);
      if (!permit) return refused(notFound('permit.not-found'));
      if (permit.fireWatchId !== caller.userId) return refused(forbidden('permit.watcher-only'));
      if (permit.watchOnAt === null) return refused(conflict('permit.watch-off'));
      const { code, validUntil } = this.codes.codeNow(id, at);
      return ok({ code, validUntil: new Date(validUntil).toISOString() });
    });
  }
}
