import { Injectable } from '@nestjs/common';
import { invalid, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { DAY } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import type { Language } from '../../../platform/i18n/texts';
import { Clock } from '../../../platform/time/clock';
import { RegistryReader } from '../../registry/registry.reader';
import { RulesReader } from '../../rules/rules.reader';
import { ConflictsReader } from '../conflicts.reader';
import type { ConflictAnswer, ConflictRequest } from './conflict.dto';
import { conflictAnswer } from './conflict.view';

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
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    request: ConflictRequest,
    language: Language,
  ): Promise<Result<ConflictAnswer, Refusal>> {
    const at = this.clock.now();
    const window = { from: Date.parse(request.plannedStart), to: Date.parse(request.plannedEnd) };
    if (window.from >= window.to || window.to - window.from > LONGEST) return refused(timesReversed());
    return this.uow.run(systemScope('simops'), async (tx) => {
      const regionCode = request.regionCode ?? (await this.regionOf(tx, caller, request));
      const place = { ...request.place, kinds: request.place.kinds ?? [], regime: request.regime, regionCode };
      const found = await this.conflicts.conflictsOf(
        tx,
        place,
        window,
        request.excludeId ?? null,
        this.rules.book(),
        at,
      );
      return ok(conflictAnswer(found, caller, language));
    });
  }

  private async regionOf(tx: Tx, caller: Caller, { enterpriseId }: ConflictRequest): Promise<string> {
    const asked = enterpriseId ?? caller.enterpriseId;
    const enterprise = asked === null ? null : await this.registry.enterpriseById(tx, asked);
    return enterprise?.regionCode ?? caller.regionCode ?? '';
  }
}

const timesReversed = (): Refusal =>
  invalid('permit.conflict-times', { errors: [{ path: 'plannedEnd', code: 'permit.conflict-times' }] });
