import { Injectable } from '@nestjs/common';
import { effectiveState } from '../../../domain/permits/effective-state';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { EarlierPermit } from './earlier-permit';
import { CreateDraft } from './create-draft';
import type { PermitView } from '../page/permit-detail.dto';
import type { ExtendPermitRequest } from './draft.dto';
import type { StoredPermit } from '../stored-permit';
import { PermitStore } from '../permit.store';

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
    private readonly drafts: CreateDraft,
  ) {}

  async execute(request: Request, id: string, wanted: ExtendPermitRequest): Promise<Result<PermitView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt(systemScope('extend-permit'), async (tx) => {
      const original = await this.permits.lockFor(tx, caller, id, at);
      if (!original) return refused(notFound('permit.not-found'));
      const to = Date.parse(wanted.plannedEnd);
      const objection = (await this.extendedAlready(tx, id)) ?? notExtendable(original, to, at);
      if (objection) return refused(objection);
      const time = { plannedStart: new Date(at).toISOString(), plannedEnd: wanted.plannedEnd };
      const draft = this.earlier.asRequest(original, time, at);
      const permit = { draft, submit: wanted.submit === true, extendsId: id };
      return this.drafts.createDraft({ ...request, tx }, permit);
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
  if (original.stoppedByAuthority) return conflict('permit.authority-only');
  return to > original.plannedEnd ? null : wrongField('plannedEnd', 'permit.extension-too-short');
}
