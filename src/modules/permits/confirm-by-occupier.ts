import { Injectable } from '@nestjs/common';
import { conflict, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import { systemActor } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { Clock } from '../../platform/time/clock';
import { UsersReader } from '../identity/users.reader';
import { MOST_ATTEMPTS, OccupierCodes } from './occupier-codes';
import type { OccupierView } from './permit-detail.dto';
import { PermitLoader, type Loaded } from './permit-loader';
import { PermitNews } from './permit-news';
import { wrongField } from './permit-refusals';
import type { StoredPermit } from './permit.row';
import { PermitSteps } from './permit-steps';
import { PermitStore } from './permit.store';

const OCCUPIER = systemActor('occupier');

/** Whoever holds the code that was sent to the occupier's phone confirms a small job; no account is needed. */
@Injectable()
export class ConfirmByOccupier {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitStore,
    private readonly loader: PermitLoader,
    private readonly codes: OccupierCodes,
    private readonly steps: PermitSteps,
    private readonly users: UsersReader,
    private readonly news: PermitNews,
    private readonly clock: Clock,
  ) {}

  async execute(id: string, code: string): Promise<Result<OccupierView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('occupier-confirmation'), async (tx) => {
      const loaded = await this.loader.lock(tx, id, at);
      if (!loaded || loaded.permit.occupierCodeHash === null) return refused(notFound('permit.not-found'));
      const { permit } = loaded;
      if (permit.occupierCodeAttempts >= MOST_ATTEMPTS) return refused(conflict('permit.occupier-code-used-up'));
      if (!this.codes.matches(permit, code)) return refused(this.wrongCode(tx, permit));
      // typed twice: it is confirmed already, and whoever holds the code may know
      if (permit.occupierConfirmedAt !== null) return ok(viewOf(permit));
      const done = await this.confirm(tx, loaded, at);
      return done.ok ? ok(viewOf(done.value.permit)) : done;
    });
  }

  private wrongCode(tx: Tx, { id, occupierCodeAttempts }: StoredPermit): Refusal {
    const attempts = occupierCodeAttempts + 1;
    this.permits.update(tx, id, { occupierCodeAttempts: attempts });
    return wrongField('code', 'permit.occupier-code-wrong', { left: MOST_ATTEMPTS - attempts });
  }

  private confirm(tx: Tx, loaded: Loaded, at: Instant): Promise<Result<Loaded, Refusal>> {
    const { permit, rules } = loaded;
    const step = 'occupier-confirmation';
    return this.steps.take(
      tx,
      { ...loaded, step, person: { kind: 'occupier' }, actor: OCCUPIER, input: {}, at },
      async () =>
        ok({
          changes: { occupierConfirmedAt: at, issuedAt: at, ruleVersion: rules.version },
          events: [
            this.news.event('permit.declared', permit, await this.gridWorkers(tx, permit), { place: permit.placeName }),
          ],
        }),
    );
  }

  /** The grid worker of the place is told of every small job. */
  private async gridWorkers(tx: Tx, { regionCode }: StoredPermit): Promise<string[]> {
    return (await this.users.withRole(tx, { role: 'grid-worker', regionCode })).map(({ id }) => id);
  }
}

const viewOf = (permit: StoredPermit): OccupierView => ({
  id: permit.id,
  number: permit.number,
  state: permit.state,
  placeName: permit.placeName,
  content: permit.content,
  plannedStart: new Date(permit.plannedStart).toISOString(),
  plannedEnd: new Date(permit.plannedEnd).toISOString(),
});
