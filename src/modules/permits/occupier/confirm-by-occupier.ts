import { Injectable } from '@nestjs/common';
import { effectiveState } from '../../../domain/permits/effective-state';
import { occupierMustAgree } from '../../../domain/permits/fire-watch';
import { isSeenOnTheSpot } from '../../../domain/permits/on-the-spot';
import type { CommandInput } from '../../../domain/permits/snapshot';
import { decide } from '../../../domain/permits/steps/decide';
import { placeProven } from '../../../domain/places/place-proof';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { systemActor } from '../../../platform/auth/caller';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { positionGiven } from '../../regions/place-proof.dto';
import { PlaceRules, workOfPermit } from '../../sites/place-rules';
import { PermitPartsView } from '../page/permit-parts.view';
import { SmallJobsReader } from '../people/small-jobs.reader';
import { PermitLoader, type Loaded } from '../permit-loader';
import { PermitStore } from '../permit.store';
import { MOST_ATTEMPTS, OccupierCodes } from './occupier-codes';
import type { OccupierConfirmationRequest, OccupierView } from './occupier.dto';
import { occupierView } from './occupier-view';
import { SaveStep } from '../steps/save-step';

const OCCUPIER = systemActor('occupier');

/** The code or link that was sent to the occupier's phone confirms a small job; no account is needed. */
@Injectable()
export class ConfirmByOccupier {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly permits: PermitStore,
    private readonly loader: PermitLoader,
    private readonly parts: PermitPartsView,
    private readonly smallJobs: SmallJobsReader,
    private readonly codes: OccupierCodes,
    private readonly places: PlaceRules,
    private readonly saving: SaveStep,
    private readonly clock: Clock,
  ) {}

  /** The job behind the link, so that the occupier sees what is asked. */
  async look(id: string, key: string): Promise<Result<OccupierView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('occupier-look'), async (tx) => {
      const loaded = await this.loader.find(tx, id, at);
      if (!loaded || !this.codes.opens(loaded.permit, key)) return refused(notFound('permit.occupier-key-wrong'));
      return ok(await this.viewOf(tx, loaded, at));
    });
  }

  async execute(id: string, given: OccupierConfirmationRequest): Promise<Result<OccupierView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('occupier-confirmation'), async (tx) => {
      const loaded = await this.loader.lock(tx, id, at);
      if (!loaded || loaded.permit.occupierCodeHash === null) return refused(notFound('permit.not-found'));
      const stranger = this.strange(tx, loaded, given);
      if (stranger) return refused(stranger);
      // the code was typed twice: the job is confirmed already, and the holder of the code may know
      if (loaded.permit.occupierConfirmedAt !== null) return ok(await this.viewOf(tx, loaded, at));
      const done = await this.confirm(tx, loaded, given, at);
      return done.ok ? ok(await this.viewOf(tx, done.value, at)) : done;
    });
  }

  /** Wrong codes count, wrong keys need not: nobody guesses one. */
  private strange(tx: Tx, { permit }: Loaded, { code, key }: OccupierConfirmationRequest): Refusal | null {
    if (key !== undefined) return this.codes.opens(permit, key) ? null : notFound('permit.occupier-key-wrong');
    if (code === undefined) return wrongField('code', 'permit.occupier-proof-missing');
    if (permit.occupierCodeAttempts >= MOST_ATTEMPTS) return conflict('permit.occupier-code-used-up');
    if (this.codes.matches(permit, code)) return null;
    const attempts = permit.occupierCodeAttempts + 1;
    this.permits.update(tx, permit.id, { occupierCodeAttempts: attempts });
    return wrongField('code', 'permit.occupier-code-wrong', { left: MOST_ATTEMPTS - attempts });
  }

  private async confirm(tx: Tx, loaded: Loaded, asked: OccupierConfirmationRequest, at: Instant) {
    const { key, watches } = asked;
    const placeRule = await this.places.ruleAt(tx, workOfPermit(loaded.permit));
    const sameOccupier = await this.smallJobs.sameOccupier(tx, loaded.permit, loaded.rules.small.occupierPlaces, at);
    const by = key === undefined ? 'code' : 'link';
    const place = isSeenOnTheSpot(loaded.rules) ? standing(loaded, asked) : {};
    const given = ok({ by, occupierWatches: watches === true, sameOccupier, placeRule, ...place } as const);
    const decided = decide('occupier-confirmation', { ...loaded, person: { kind: 'occupier' } }, given, at);
    return decided.ok ? ok(await this.saving.saveStep({ tx, actor: OCCUPIER, at }, loaded, decided.value)) : decided;
  }

  private async viewOf(tx: Tx, { permit, rules }: Loaded, at: Instant): Promise<OccupierView> {
    const { welders } = await this.parts.load(tx, permit.id, { kind: 'occupier' });
    const mustWatch = rules.fireWatch === 'occupier-agrees' && occupierMustAgree(permit);
    const textsStopped = await this.codes.isStopped(tx, permit);
    return occupierView({ ...permit, state: effectiveState(permit, at) }, welders, rules, { mustWatch, textsStopped });
  }
}

/** A person without an account cannot upload a photo, so the position alone shows where they stand. */
function standing(
  { permit, rules }: Loaded,
  asked: OccupierConfirmationRequest,
): Pick<CommandInput, 'place' | 'metresFromPlace'> {
  const radiusM = Math.max(permit.radiusM, rules.place.leastRadiusM);
  const proof = { position: positionGiven(asked), signboard: 'none', photoGiven: false } as const;
  const proven = placeProven(proof, { lat: permit.lat, lng: permit.lng, radiusM }, rules.place);
  const place = { proven, proofEnforced: true, outsideRefused: true, bindsSignboard: null, signboardPhotoId: null };
  return { place, ...(proven.outcome === 'outside' && { metresFromPlace: proven.metres }) };
}
