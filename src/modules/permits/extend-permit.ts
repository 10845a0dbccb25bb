import { Injectable } from '@nestjs/common';
import { effectiveState } from '../../domain/permits/effective-state';
import { conflict, notFound, type Refusal } from '../../kernel/refusal';
import { refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import { EarlierPermit } from './earlier-permit';
import { MakePermit } from './make-permit';
import type { PermitView } from './permit-detail.dto';
import type { ExtendPermitRequest } from './permit.dto';
import { wrongField } from './permit-refusals';
import type { StoredPermit } from './permit.row';
import { PermitStore } from './permit.store';

const EXTENDABLE = ['issued', 'active', 'suspended'];

/**
 * More time is a new permit, linked to the one it extends and signed like any other. It holds from the moment it is
 * asked for, so that work can pass over to it as soon as it is issued, without a gap.
 */
@Injectable()
export class ExtendPermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitStore,
    private readonly earlier: EarlierPermit,
    private readonly making: MakePermit,
    private readonly clock: Clock,
  ) {}

  async execute(
    caller: Caller,
    id: string,
    request: ExtendPermitRequest,
    language: Language,
  ): Promise<Result<PermitView, Refusal>> {
    const at = this.clock.now();
    return this.uow.attempt(systemScope('extend-permit'), async (tx) => {
      const original = await this.permits.lockFor(tx, caller, id, at);
      if (!original) return refused(notFound('permit.not-found'));
      const to = Date.parse(request.plannedEnd);
      const objection = (await this.extendedAlready(tx, id)) ?? notExtendable(original, to, at);
      if (objection) return refused(objection);
      const draft = this.earlier.asRequest(original, { from: at, to }, at);
      const wanted = { draft, submit: request.submit === true, extendsId: id };
      return this.making.make(tx, caller, wanted, language, at);
    });
  }

  private async extendedAlready(tx: Tx, id: string): Promise<Refusal | null> {
    const extension = await this.permits.liveExtension(tx, id);
    return (
      extension &&
      conflict('permit.extended-already', { params: { number: extension.number }, extra: { id: extension.id } })
    );
  }
}

function notExtendable(original: StoredPermit, to: Instant, at: Instant): Refusal | null {
  if (!EXTENDABLE.includes(effectiveState(original, at))) return conflict('permit.not-extendable');
  return to > original.plannedEnd ? null : wrongField('plannedEnd', 'permit.extension-too-short');
}
