import { Injectable } from '@nestjs/common';
import { decide } from '../../../domain/permits/steps/decide';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { systemActor } from '../../../platform/auth/caller';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import type { OccupierView } from '../page/permit-detail.dto';
import { PlaceRules, workOfPermit } from '../../sites/place-rules';
import { PermitLoader, type Loaded } from '../permit-loader';
import type { StoredPermit } from '../permit.row';
import { PermitStore } from '../permit.store';
import { MOST_ATTEMPTS, OccupierCodes } from './occupier-codes';
import { SaveStep } from './save-step';

const OCCUPIER = systemActor('occupier');

/** Whoever holds the code that was sent to the occupier's phone confirms a small job; no account is needed. */
@Injectable()
export class ConfirmByOccupier {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitStore,
    private readonly loader: PermitLoader,
    private readonly codes: OccupierCodes,
    private readonly places: PlaceRules,
    private readonly saving: SaveStep,
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

  private async confirm(tx: Tx, loaded: Loaded, at: Instant): Promise<Result<Loaded, Refusal>> {
    const placeRule = await this.places.ruleAt(tx, workOfPermit(loaded.permit));
    const decided = decide('occupier-confirmation', { ...loaded, person: { kind: 'occupier' } }, ok({ placeRule }), at);
    return decided.ok ? ok(await this.saving.saveStep({ tx, actor: OCCUPIER, at }, loaded, decided.value)) : decided;
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
