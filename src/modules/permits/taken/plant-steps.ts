import { Injectable } from '@nestjs/common';
import type { PermitStep } from '../../../domain/permits/permit-life-cycle';
import type { PlantEvent } from '../../../domain/permits/plant-paper';
import type { Person } from '../../../domain/permits/snapshot';
import { decide } from '../../../domain/permits/steps/decide';
import type { StepInput } from '../../../domain/permits/steps/inputs';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Ids } from '../../../platform/time/ids';
import { callerOf, type UserFacts } from '../../identity/caller-of-user';
import { PlaceRules, workOfPermit } from '../../sites/place-rules';
import { PermitPeople, personOf } from '../people/permit-people';
import type { Loaded } from '../permit-loader';
import type { GasTestRequest, MeasureItem } from '../steps/permit-command.dto';
import { SaveStep } from '../steps/save-step';
import { StepFacts } from '../steps/step-facts';
import type { Writing } from '../steps/step-writer';

/** Something that happened under a permit of a plant, as its system has signed it. */
export interface PlantStep {
  readonly event: PlantEvent;
  /** The account of whoever did it; null: nobody here has one for them. */
  readonly user: UserFacts | null;
  /** The account that answers for the plant. */
  readonly answersId: string;
  readonly reason: string | null;
  readonly measures: readonly MeasureItem[];
  readonly gasTest: GasTestRequest | null;
  readonly residualFire: boolean;
}

type Plant = Extract<Person, { kind: 'plant' }>;

const plantOf = ({ user, answersId }: PlantStep): Plant => ({ kind: 'plant', userId: user?.id ?? answersId });

/** One step after the other through the table that all permits pass. What is not in order there is refused here, too. */
@Injectable()
export class PlantSteps {
  constructor(
    private readonly facts: StepFacts,
    private readonly people: PermitPeople,
    private readonly places: PlaceRules,
    private readonly saving: SaveStep,
    private readonly ids: Ids,
  ) {}

  async take(writing: Writing, loaded: Loaded, step: PlantStep): Promise<Result<Loaded, Refusal>> {
    const { tx, at } = writing;
    const { permit } = loaded;
    const plant = plantOf(step);
    const reason = step.reason ?? undefined;
    const unsigned = { photo: null, signature: null };
    const kept = { ...unsigned, recordId: this.ids.next(at), position: null };
    switch (step.event) {
      case 'watch-on':
        return this.watchOn(writing, loaded, step, kept);
      case 'watch-off':
        return this.decide(writing, loaded, plant, 'fire-watch-off', { ...kept, reason });
      case 'measures':
        return this.decide(writing, loaded, plant, 'measures', { ...unsigned, items: step.measures });
      case 'gas-test':
        return this.measureGas(writing, loaded, plant, step);
      case 'start': {
        const placeRule = await this.places.ruleAt(tx, workOfPermit(permit));
        return this.decide(writing, loaded, plant, 'start', { ...unsigned, placeRule });
      }
      case 'suspend':
        return this.decide(writing, loaded, plant, 'suspend', { reason: step.reason });
      case 'resume':
      case 'finish':
        return this.decide(writing, loaded, plant, step.event, { note: step.reason });
      case 'close':
        return this.decide(writing, loaded, plant, 'close', {
          ...unsigned,
          note: step.reason,
          residualFire: step.residualFire,
        });
      case 'cancel':
        return this.decide(writing, loaded, plant, 'cancel', { reason: step.reason ?? '' });
      case 'extend':
        return refused(conflict('plant.extension-needs-new-permit'));
    }
  }

  /** The watcher comes in their own name: who is free and trained to watch is known here. */
  private async watchOn(
    writing: Writing,
    loaded: Loaded,
    { user }: PlantStep,
    kept: Pick<StepInput<'fire-watch-on'>, 'recordId' | 'position' | 'photo'>,
  ): Promise<Result<Loaded, Refusal>> {
    if (user === null) return refused(wrongField('person', 'plant.watcher-unknown'));
    const { permit } = loaded;
    const person = personOf(callerOf(user, null));
    const watcher = await this.people.watcherFacts(writing.tx, permit, person);
    const step = permit.fireWatchId === user.id ? 'fire-watch-on' : 'substitute-watch';
    return this.decide(writing, loaded, person, step, { ...kept, watcher });
  }

  private async measureGas(
    writing: Writing,
    loaded: Loaded,
    plant: Plant,
    { gasTest }: PlantStep,
  ): Promise<Result<Loaded, Refusal>> {
    if (gasTest === null) return refused(wrongField('gasTest', 'field.required'));
    const input = this.facts.gasTest(gasTest, loaded, { source: 'plant', testedBy: plant.userId }, writing.at);
    return this.decide(writing, loaded, plant, 'gas-test', input);
  }

  private async decide<S extends PermitStep>(
    writing: Writing,
    loaded: Loaded,
    person: Person,
    step: S,
    input: StepInput<S>,
  ): Promise<Result<Loaded, Refusal>> {
    const decided = decide(step, { ...loaded, person }, ok(input), writing.at);
    return decided.ok ? ok(await this.saving.saveStep(writing, loaded, decided.value)) : refused(decided.refusal);
  }
}
