import { Injectable } from '@nestjs/common';
import { bringBack } from '../../../domain/violations/steps/pass-on';
import { isWithin } from '../../../kernel/region-code';
import { MINUTE, type Instant } from '../../../kernel/time';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { regionInCharge, type UserFacts } from '../../identity/caller-of-user';
import { holds } from '../../identity/permissions';
import { UsersReader } from '../../identity/users.reader';
import { SaveStep, type TakenStep } from '../save-step';
import { ViolationStore, type ViolationRecord } from '../violation.store';
import { Absentees } from './absentees.view';

const TIMER = systemActor('timer');

/** Who comes back from leave has their cases again, but for those that the deputy has begun to put right. */
@Injectable()
export class BringBackCases extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly absentees: Absentees,
    private readonly users: UsersReader,
    private readonly store: ViolationStore,
    private readonly saveStep: SaveStep,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'bring-back-cases', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('bring-back-cases'), async (tx) => {
      const owners = new Map((await this.absentees.passedOn(tx, at)).map((one) => [one.violationId, one]));
      if (owners.size === 0) return;
      const people = new Map((await this.users.byIds(tx, [...owners.values()].map(({ userId }) => userId))).map((one) => [one.id, one])); // prettier-ignore
      const taken: TakenStep[] = [];
      for (const violation of await this.store.lockNotBegun(tx, [...owners.keys()])) {
        const { userId, inHandsOf } = owners.get(violation.id)!;
        const person = people.get(userId);
        const isUntouched = violation.assignedTo === inHandsOf;
        if (person && isUntouched && answersFor(person, violation))
          taken.push({ violation, step: bringBack(violation, userId) });
      }
      await this.saveStep.saveSteps(tx, TIMER, at, taken);
    });
  }
}

/** Roles and regions may have changed meanwhile. */
function answersFor(person: UserFacts, { regionCode, enterpriseId }: ViolationRecord): boolean {
  if (person.enterpriseId !== null) return person.enterpriseId === enterpriseId;
  const inCharge = regionInCharge(person);
  return holds(person.roles, 'violation.command') && inCharge !== null && isWithin(regionCode, inCharge);
}
