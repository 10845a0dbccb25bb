import { Injectable } from '@nestjs/common';
import { isOver, lengthFault, limitParams, practiceLimits, presentUntil } from '../../../domain/training/practice';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import type { TrainingPracticeRow } from '../../../schema/training/training-practice.row';
import { RulesReader } from '../../rules/rules.reader';
import { InstructorPresence } from './instructor-presence';
import type { ConfirmPresenceRequest, PracticeView } from './practice.dto';
import { PracticePeople, type School } from './practice-people';
import { PracticeStore } from './practice.store';
import { PracticesView } from './practices.view';

type Led = { readonly practice: TrainingPracticeRow; readonly school: School };

/** What an instructor does while a session goes on: shows that they are there, takes in a pupil who is late, ends it. */
@Injectable()
export class LeadPractice {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PracticePeople,
    private readonly presence: InstructorPresence,
    private readonly practices: PracticeStore,
    private readonly view: PracticesView,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
  ) {}

  /** By a scan of one of the machines, at the school's own place. A session that is over stays over. */
  confirm(request: Request, id: string, body: ConfirmPresenceRequest): Promise<Result<PracticeView, Refusal>> {
    return this.change(request, id, 'practice.confirmed', async (call, { practice, school }) => {
      const machine = await this.people.machine(call.tx, 'machineCode', body.machineCode, school.enterpriseId);
      if (!machine.ok) return machine;
      if (!(await this.practices.hasMachine(call.tx, id, machine.value)))
        return refused(wrongField('machineCode', 'practice.machine-not-listed'));
      const away = await this.presence.faultOf(call, school, body);
      if (away) return refused(away);
      const until = presentUntil(practice.endsAt, this.limitsOf(call, school), call.at);
      await this.practices.confirm(call.tx, id, until);
      return ok({ machineId: machine.value, presentUntil: until });
    });
  }

  addPupil(request: Request, id: string, pupilCode: string): Promise<Result<PracticeView, Refusal>> {
    return this.change(request, id, 'practice.pupil-added', async (call, { practice, school }) => {
      const pupil = await this.people.pupil(call.tx, 'pupilCode', pupilCode, practice.instructorId);
      if (!pupil.ok) return pupil;
      const limits = this.limitsOf(call, school);
      const there = await this.practices.pupilsOf(call.tx, id);
      const fault = lengthFault(0, there.length + 1, limits);
      if (fault) return refused(wrongField('pupilCode', fault, limitParams(limits)));
      if (!(await this.practices.addPupil(call.tx, id, pupil.value)))
        return refused(
          wrongField('pupilCode', there.includes(pupil.value) ? 'practice.scanned-twice' : 'practice.pupil-taken'),
        );
      return ok({ pupilId: pupil.value });
    });
  }

  /** Running jobs of its pupils end within a second: they stand on the session alone. */
  end(request: Request, id: string): Promise<Result<PracticeView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt<PracticeView>(systemScope('training'), async (tx) => {
      const practice = await this.own({ ...request, tx }, id);
      if (!practice) return refused(notFound('practice.unknown'));
      if (practice.endedAt === null) {
        await this.practices.end(tx, id, at);
        const entry = { action: 'practice.ended', entity: 'practice', entityId: id, regionCode: practice.regionCode };
        this.journal.record(tx, caller, at, [{ ...entry, after: { endedAt: at } }]);
      }
      return ok((await this.view.find(tx, id, at))!);
    });
  }

  private change(
    request: Request,
    id: string,
    action: string,
    act: (call: Call, led: Led) => Promise<Result<Readonly<Record<string, unknown>>, Refusal>>,
  ): Promise<Result<PracticeView, Refusal>> {
    const { caller, at } = request;
    return this.uow.attempt<PracticeView>(systemScope('training'), async (tx) => {
      const call = { ...request, tx };
      const teaches = await this.people.schoolOf(tx, caller);
      if (!teaches.ok) return teaches;
      await this.practices.endOver(tx, at);
      const practice = await this.own(call, id);
      if (!practice) return refused(notFound('practice.unknown'));
      if (isOver(practice, at)) return refused(conflict('practice.over'));
      const done = await act(call, { practice, school: teaches.value.school });
      if (!done.ok) return done;
      const entry = { action, entity: 'practice', entityId: id, regionCode: practice.regionCode };
      this.journal.record(tx, caller, at, [{ ...entry, after: done.value }]);
      return ok((await this.view.find(tx, id, at))!);
    });
  }

  private async own({ tx, caller }: Call, id: string): Promise<TrainingPracticeRow | null> {
    const practice = await this.practices.lock(tx, id);
    return practice && practice.instructorId === caller.welderId ? practice : null;
  }

  private limitsOf({ at }: Call, { regionCode }: School) {
    return practiceLimits(this.rules.book(), regionCode, at);
  }
}
