import { Injectable } from '@nestjs/common';
import { signalFault, type SignalWitness } from '../../../domain/permits/without-signal';
import { conflict, forbidden, notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Caller } from '../../../platform/auth/caller';
import type { Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { PermitLoader } from '../permit-loader';
import { StepPlace } from '../steps/step-place';
import type { SignalView, StateSignalRequest } from './signal.dto';
import { SignalStore } from './signal.store';
import { type Instant, isoTimeOrNull } from '../../../kernel/time';

/** Somebody responsible says on the spot that the place has no signal: codes may then be fetched ahead. */
@Injectable()
export class StateSignal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly loader: PermitLoader,
    private readonly places: StepPlace,
    private readonly signals: SignalStore,
    private readonly journal: Journal,
  ) {}

  async look({ caller, at }: Request, id: string): Promise<Result<SignalView, Refusal>> {
    return this.uow.run(systemScope('permit-signal'), async (tx) => {
      const loaded = await this.loader.findFor(tx, caller, id, at);
      if (!loaded) return refused(notFound('permit.not-found'));
      const statedAt = await this.signals.statedAt(tx, id);
      return ok(viewOf(statedAt, signalFault(witness(caller), loaded.permit, true) === null));
    });
  }

  async execute(request: Request, id: string, body: StateSignalRequest): Promise<Result<SignalView, Refusal>> {
    const { caller, at } = request;
    return this.uow.run(systemScope('permit-signal'), async (tx) => {
      const loaded = await this.loader.lockFor(tx, caller, id, at);
      if (!loaded) return refused(notFound('permit.not-found'));
      const { proven } = await this.places.placeShown({ ...request, ...loaded, tx, body });
      const fault = signalFault(witness(caller), loaded.permit, proven.outcome === 'inside');
      if (fault !== null) return refused(fault === 'permit.signal-not-yours' ? forbidden(fault) : conflict(fault));
      const before = await this.signals.statedAt(tx, id);
      await this.signals.state(tx, id, body.withoutSignal, caller.userId, at);
      this.journal.record(tx, caller, at, [
        {
          action: 'permit.signal-stated',
          entity: 'permit',
          entityId: id,
          regionCode: loaded.permit.regionCode,
          before: { withoutSignal: before !== null },
          after: { withoutSignal: body.withoutSignal },
        },
      ]);
      return ok(viewOf(body.withoutSignal ? at : null, true));
    });
  }
}

const viewOf = (statedAt: Instant | null, mayState: boolean): SignalView => ({
  withoutSignal: statedAt !== null,
  statedAt: isoTimeOrNull(statedAt),
  mayState,
});

const witness = ({ userId, roles, scope, enterpriseId, welderId }: Caller): SignalWitness => ({
  userId,
  roles,
  ofRegion: scope.kind === 'region',
  enterpriseId,
  welderId,
});
