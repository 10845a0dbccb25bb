import { Injectable } from '@nestjs/common';
import { conflict, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { systemScope } from '../../platform/database/scope';
import { Sealer } from '../../platform/database/sealer';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { TypeNumberRequest } from './collected-subject.dto';
import { CollectionStore, type Collection } from './collection.store';
import { CollectWelder, HELD_WELDER, type HeldWelder } from './subjects/collect-welder';
import { existingIn } from './same-or-new';

/** Somebody reads the number off the photo of the document: only now the person is registered, or found to be known. */
@Injectable()
export class TypeNumber {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly collections: CollectionStore,
    private readonly welders: CollectWelder,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  async execute(request: Request, id: string, body: TypeNumberRequest): Promise<Result<string, Refusal>> {
    const inSight = await this.uow.run(request.caller.scope, (tx) => this.collections.lock(tx, id));
    if (!inSight) return refused(notFound('collection.not-found'));
    const first = await this.attempt(request, id, body, null);
    const existing = first.ok ? null : existingIn(first.refusal);
    return existing === null || existing === 'new' ? first : this.attempt(request, id, body, existing.id);
  }

  private attempt(
    request: Request,
    id: string,
    body: TypeNumberRequest,
    known: string | null,
  ): Promise<Result<string, Refusal>> {
    return this.uow.attempt(systemScope('type-number'), async (tx) => {
      const call = { ...request, tx };
      const collection = await this.collections.lock(tx, id);
      const held = await this.collections.held(tx, id);
      if (!collection || held === null) return refused(conflict('collection.number-known'));
      const entered = known === null ? await this.register(call, held, body) : ok(known);
      if (!entered.ok) return entered;
      await this.collections.settle(tx, id, entered.value, known);
      this.record(call, collection, entered.value);
      return ok(id);
    });
  }

  private async register(call: Call, sealed: string, { idNumber, idKind }: TypeNumberRequest) {
    const held = JSON.parse(this.sealer.open(HELD_WELDER, sealed)) as HeldWelder;
    const registered = await this.welders.enter(call, { ...held, idKind: idKind ?? held.idKind }, idNumber);
    return registered.ok ? ok(registered.value.id) : registered;
  }

  private record({ tx, caller, at }: Call, { id: entityId, regionCode }: Collection, welderId: string): void {
    this.journal.record(tx, caller, at, [
      { action: 'collection.number-typed', entity: 'collection', entityId, regionCode, after: { welderId } },
    ]);
  }
}
