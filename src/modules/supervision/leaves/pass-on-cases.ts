import { Injectable } from '@nestjs/common';
import { SUPERVISORS, withoutAdmin } from '../../../domain/people/roles';
import { passOn, successorOf } from '../../../domain/violations/steps/pass-on';
import { MINUTE, type Instant } from '../../../kernel/time';
import { systemActor } from '../../../platform/auth/caller';
import { Config, runsTimers } from '../../../platform/config/config';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import { Clock } from '../../../platform/time/clock';
import { Timed } from '../../../platform/time/timed';
import { holds } from '../../identity/permissions';
import { UsersReader } from '../../identity/users.reader';
import { GridsReader } from '../../regions/grids/grids.reader';
import { SaveStep, type TakenStep } from '../save-step';
import { ViolationStore, type ViolationRecord } from '../violation.store';
import { Absentees, type Absentee } from './absentees.view';

const TIMER = systemActor('timer');
/** Nearest to the place first. */
const OFFICIALS = [...withoutAdmin(SUPERVISORS)].reverse();

/** Who left or is on leave has no cases in hand: each goes to the deputy, else to the next who looks after the place. */
@Injectable()
export class PassOnCases extends Timed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly absentees: Absentees,
    private readonly users: UsersReader,
    private readonly grids: GridsReader,
    private readonly store: ViolationStore,
    private readonly saveStep: SaveStep,
    clock: Clock,
    config: Config,
  ) {
    super({ name: 'pass-on-cases', everyMs: MINUTE, here: runsTimers(config) }, clock);
  }

  async execute(at: Instant): Promise<void> {
    await this.uow.run(systemScope('pass-on-cases'), async (tx) => {
      const gone = new Map((await this.absentees.withCases(tx, at)).map((one) => [one.userId, one]));
      if (gone.size === 0) return;
      const taken: TakenStep[] = [];
      for (const violation of await this.store.lockInHandsOf(tx, [...gone.keys()]))
        taken.push(await this.stepOf(tx, violation, gone.get(violation.assignedTo!)!, at));
      await this.saveStep.saveSteps(tx, TIMER, at, taken);
    });
  }

  /** Of an enterprise's person only the deputy is asked: with none it goes back to the enterprise. */
  private async stepOf(tx: Tx, violation: ViolationRecord, absentee: Absentee, at: Instant): Promise<TakenStep> {
    const { userId, deputyId, because } = absentee;
    const person = await this.users.byId(tx, userId);
    const next = person?.enterpriseId ? [] : await this.nextOf(tx, violation, at);
    const inTurn = await this.ableOf(tx, [...(deputyId === null ? [] : [deputyId]), ...next]);
    const to = successorOf(userId, inTurn, await this.absentees.away(tx, inTurn, at));
    return { violation, step: passOn(violation, to, because) };
  }

  private async nextOf(tx: Tx, { id, regionCode }: ViolationRecord, at: Instant): Promise<string[]> {
    const point = await this.store.pointOf(tx, id);
    const inTurn = [...(await this.grids.responsibleFor(tx, { regionCode, point }, at)).people];
    for (const role of OFFICIALS)
      inTurn.push(...(await this.users.withRole(tx, { role, regionCode })).map((one) => one.id));
    return [...new Set(inTurn)];
  }

  /** Who may see to cases at all. */
  private async ableOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const able = new Set(
      (await this.users.byIds(tx, ids)).filter(({ roles }) => holds(roles, 'violation.command')).map(({ id }) => id),
    );
    return ids.filter((id) => able.has(id));
  }
}
