import { Injectable } from '@nestjs/common';
import { judgePaper } from '../../../domain/exchange/paper-order';
import { effectiveState } from '../../../domain/permits/effective-state';
import { STOPPING } from '../../../domain/permits/plant-paper';
import { canonicalJson } from '../../../kernel/canonical-json';
import { conflict, unauthenticated, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Call } from '../../../platform/auth/request';
import { Sealer } from '../../../platform/database/sealer';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { callerOf, type UserFacts } from '../../identity/caller-of-user';
import { UsersReader } from '../../identity/users.reader';
import { PermitLoader, type Loaded } from '../../permits/permit-loader';
import { PlantSteps } from '../../permits/taken/plant-steps';
import type { Partner } from '../partners/partner.store';
import { KnowPaper, type Paper, type Plant } from './know-paper';
import { actorOf, PlantPeople } from './plant-people';
import type { PlantEventPaper } from './plant-paper.dto';
import type { PaperTakenView, PaperVerdict } from './plant.dto';
import { PlantStore } from './plant.store';
import { TakePlantPermit } from './take-plant-permit';

export const PLANT_PAPER = 'exchange.paper';
type Calling = Omit<Call, 'language'>;
const TAKING = systemScope('plant-paper');

/** A paper that a plant has signed: it comes in once, in the order of its number, or is refused and leaves nothing behind. */
@Injectable()
export class TakePaper {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly known: KnowPaper,
    private readonly plants: PlantStore,
    private readonly users: UsersReader,
    private readonly people: PlantPeople,
    private readonly permits: TakePlantPermit,
    private readonly loader: PermitLoader,
    private readonly steps: PlantSteps,
    private readonly sealer: Sealer,
  ) {}

  execute(partner: Partner, jws: string, at: Instant): Promise<Result<PaperTakenView, Refusal>> {
    return this.uow.attempt(TAKING, async (tx): Promise<Result<PaperTakenView, Refusal>> => {
      const plant = partner as Plant;
      const paper = await this.known.execute(tx, plant, jws);
      if (!paper.ok) return paper;
      const answers = await this.answers(tx, plant, paper.value);
      if (!answers) return refused(unauthenticated('plant.nobody-answers'));
      const call = { tx, caller: callerOf(answers, null), at };
      return this.take(call, plant, paper.value, jws);
    });
  }

  /** Work is stopped also once the account that answers is shut: only what lets work go on needs somebody who answers. */
  private answers(tx: Tx, { answersId }: Plant, paper: Paper): Promise<UserFacts | null> {
    return stops(paper) ? this.users.byId(tx, answersId) : this.users.activeById(tx, answersId);
  }

  private async take(call: Calling, plant: Plant, paper: Paper, jws: string): Promise<Result<PaperTakenView, Refusal>> {
    const { tx, at } = call;
    const { number, version } = paper;
    const event = paper.kind === 'event' ? paper.event : null;
    const hash = this.sealer.fingerprint(PLANT_PAPER, canonicalJson(paper));
    await this.plants.oneAtATime(tx, plant.id);
    const held = await this.plants.held(tx, plant.id, number, version);
    const finding = judgePaper({ version, hash, event }, held);
    if (finding === 'replayed') return refused(conflict('plant.replayed', { params: { number, version } }));
    if (held.permitId === null && paper.kind === 'event')
      return refused(conflict('plant.permit-not-taken', { params: { number } }));
    if (finding === 'gap')
      return refused(conflict('plant.papers-missing', { params: { next: held.next }, extra: { next: held.next } }));
    if (finding === 'same') return ok(takenView(paper, 'same', (await this.loader.find(tx, held.permitId!, at))!, at));
    const done =
      paper.kind === 'permit'
        ? await this.permits.take(call, plant, paper)
        : await this.happen(call, plant, paper, held.permitId!, finding === 'due');
    if (!done.ok) return done;
    const { loaded, applied } = done.value;
    await this.plants.keep(tx, {
      ...{ partnerId: plant.id, number, version, permitId: loaded.permit.id, event, hash, applied, takenAt: at },
      paperSealed: this.sealer.seal(PLANT_PAPER, jws),
    });
    return ok(takenView(paper, applied ? 'taken' : 'noted', loaded, at));
  }

  /** Nothing is left to do where a later paper stopped the work, or where it stands still already. */
  private async happen(
    { tx, at }: Calling,
    plant: Plant,
    paper: PlantEventPaper,
    permitId: string,
    due: boolean,
  ): Promise<Result<{ loaded: Loaded; applied: boolean }, Refusal>> {
    const loaded = (await this.loader.lock(tx, permitId, at))!;
    if (!due || isDone(paper, loaded, at)) return ok({ loaded, applied: false });
    const { enterpriseId, contractorId } = loaded.permit;
    const enterprises = [enterpriseId, contractorId].filter((id) => id !== null);
    const known = await this.people.accounts(tx, { person: paper.person }, enterprises);
    if (!known.ok && !stops(paper)) return known;
    const user = known.ok ? (known.value.get(paper.person.account ?? '') ?? null) : null;
    const { event, reason = null, measures = [], gasTest = null, residualFire = false } = paper;
    const step = { event, user, answersId: plant.answersId, reason, measures, gasTest, residualFire };
    const done = await this.steps.take({ tx, actor: actorOf(user), at }, loaded, step);
    return done.ok ? ok({ loaded: done.value, applied: true }) : done;
  }
}

const stops = (paper: Paper): boolean => paper.kind === 'event' && STOPPING.includes(paper.event);

/** Whoever stops what stands still already is not refused: the plant need not know who stopped it here. */
function isDone({ event }: PlantEventPaper, { permit }: Loaded, at: Instant): boolean {
  const state = effectiveState(permit, at);
  if (event === 'suspend') return state !== 'active';
  if (event === 'watch-off') return permit.watchOnAt === null;
  return STOPPING.includes(event) && ['closed', 'cancelled', 'fire_watch'].includes(state);
}

const takenView = (
  { number, version }: Paper,
  verdict: PaperVerdict,
  { permit }: Loaded,
  at: Instant,
): PaperTakenView => ({
  ...{ number, version, verdict },
  permit: { id: permit.id, number: permit.number, code: permit.code, state: effectiveState(permit, at) },
});
