import { Injectable } from '@nestjs/common';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Sealer } from '../../../platform/database/sealer';
import type { RevealedWelder } from './welder.dto';
import { WelderStore } from './welder.store';
import { WELDER_ID_NUMBER, WELDER_PHONE } from './welder.mapper';

/** The clear numbers of one person, for a stated reason; that somebody looked is kept for good. */
@Injectable()
export class RevealWelder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly welders: WelderStore,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  async execute({ caller, at }: Request, id: string, reason: string): Promise<Result<RevealedWelder, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const welder = await this.welders.find(tx, id);
      if (!welder) return refused(notFound('welder.not-found'));
      this.journal.record(tx, caller, at, [
        { action: 'welder.revealed', entity: 'welder', entityId: id, regionCode: welder.regionCode, after: { reason } },
      ]);
      return ok({
        idNumber: this.sealer.open(WELDER_ID_NUMBER, welder.idNumberSealed),
        phone: this.sealer.open(WELDER_PHONE, welder.phoneSealed),
      });
    });
  }
}
