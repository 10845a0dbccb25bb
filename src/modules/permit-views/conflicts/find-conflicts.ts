import { Injectable } from '@nestjs/common';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { RegistryReader } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import { ConflictsReader } from '../../permits/conflicts.reader';
import type { ConflictAnswer, ConflictRequest } from './conflict.dto';
import { conflictAnswer } from './conflict.mapper';

/** As long as a permit may be at the most; the search is by overlap, so a longer one would only find too much. */
const LONGEST = 31 * DAY;

/** Asked while a permit is being written: what else goes on near at that time. Looks across all enterprises, tells of others only what safety needs. */
@Injectable()
export class FindConflicts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly conflicts: ConflictsReader,
    private readonly rules: RulesReader,
  ) {}

  async execute({ caller, language, at }: Request, body: ConflictRequest): Promise<Result<ConflictAnswer, Refusal>> {
    const window = { from: Date.parse(body.plannedStart), to: Date.parse(body.plannedEnd) };
    if (window.from >= window.to || window.to - window.from > LONGEST) return refused(timesReversed());
    return this.uow.run(systemScope('simops'), async (tx) => {
      const regionCode = body.regionCode ?? (await this.regionOf(tx, caller, body));
      const place = { ...body.place, kinds: body.place.kinds ?? [], regime: body.regime, regionCode };
      const found = await this.conflicts.conflictsOf(tx, place, window, body.excludeId ?? null, this.rules.book(), at);
      return ok(conflictAnswer(found, caller, language));
    });
  }

  private async regionOf(tx: Tx, caller: Caller, { enterpriseId }: ConflictRequest): Promise<string> {
    const asked = enterpriseId ?? caller.enterpriseId;
    const enterprise = asked === null ? null : await this.registry.enterpriseById(tx, asked);
    return enterprise?.regionCode ?? caller.regionCode ?? '';
  }
}

const timesReversed = (): Refusal => wrongField('plannedEnd', 'permit.conflict-times');
