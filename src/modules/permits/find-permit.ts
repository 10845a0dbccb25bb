import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { CommandPermit } from './command-permit';
import type { PermitView } from './permit-detail.dto';
import { PermitLoader } from './permit-loader';

@Injectable()
export class FindPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly loader: PermitLoader,
    private readonly commands: CommandPermit,
  ) {}

  async one(request: Request, id: string): Promise<Result<PermitView, Refusal>> {
    const { caller, language, at } = request;
    return this.uow.run(systemScope('find-permit'), async (tx) => {
      const loaded = await this.loader.findFor(tx, caller, id, at);
      return loaded
        ? ok(await this.commands.shown(tx, caller, loaded, language, at))
        : refused(notFound('permit.not-found'));
    });
  }
}
