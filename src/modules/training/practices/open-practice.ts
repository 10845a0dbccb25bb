import { Injectable } from '@nestjs/common';
import { lengthFault, limitParams, practiceEnd, practiceLimits, presentUntil } from '../../../domain/training/practice';
import { conflict, invalid, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import type { TrainingPracticeRow } from '../../../schema/training/training-practice.row';
import { RulesReader } from '../../rules/rules.reader';
import { InstructorPresence } from './instructor-presence';
import { PracticePeople, type School } from './practice-people';
import { PracticeStore } from './practice.store';
import type { OpenPracticeRequest, PracticeView } from './practice.dto';
import { PracticesView } from './practices.view';

/** An instructor opens a session (开课): scans the machines and the pupils' cards, and answers for them until it ends. */
@Injectable()
export class OpenPractice {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PracticePeople,
    private readonly presence: InstructorPresence,
    private readonly practices: PracticeStore,
    private readonly view: PracticesView,
    private readonly rules: RulesReader,
    private readonly journal: Journal,
    private readonly ids: Ids,
  ) {}

  execute(request: Request, body: OpenPracticeRequest): Promise<Result<PracticeView, Refusal>> {
    return this.uow.attempt<PracticeView>(systemScope('training'), async (tx) => {
      const call = { ...request, tx };
      const teaches = await this.people.schoolOf(tx, request.caller);
      if (!teaches.ok) return teaches;
      const away = await this.presence.faultOf(call, teaches.value.school, body);
      if (away) return refused(away);
      await this.practices.endOver(tx, request.at);
      const practice = this.practiceOf(call, body, teaches.value);
      if (!practice.ok) return practice;
      if (!(await this.practices.insert(tx, practice.value))) return refused(conflict('practice.open-already'));
      const listed = await this.listThem(call, body, practice.value, teaches.value.school);
      if (!listed.ok) return listed;
      const { id, regionCode } = practice.value;
      const entry = { action: 'practice.opened', entity: 'practice', entityId: id, regionCode };
      this.journal.record(tx, request.caller, request.at, [
        { ...entry, after: { ...practice.value, ...listed.value } },
      ]);
      return ok((await this.view.find(tx, id, request.at))!);
    });
  }

  private practiceOf(
    { caller, at }: Call,
    { hours, pupilCodes }: OpenPracticeRequest,
    { school, instructorId }: { school: School; instructorId: string },
  ): Result<TrainingPracticeRow, Refusal> {
    const limits = practiceLimits(this.rules.book(), school.regionCode, at);
    const fault = lengthFault(hours, pupilCodes.length, limits);
    if (fault)
      return refused(wrongField(fault === 'practice.too-long' ? 'hours' : 'pupilCodes', fault, limitParams(limits)));
    const endsAt = practiceEnd(hours, at);
    return ok({
      ...{ id: this.ids.next(at), providerId: school.id, instructorId, regionCode: school.regionCode },
      ...{
        openedBy: caller.userId,
        openedAt: at,
        endsAt,
        presentUntil: presentUntil(endsAt, limits, at),
        endedAt: null,
      },
    });
  }

  /** Each scanned code becomes a line; what stands in another open session is refused by name of its place in the list. */
  private async listThem(
    { tx }: Call,
    { machineCodes, pupilCodes }: OpenPracticeRequest,
    { id, instructorId }: TrainingPracticeRow,
    { enterpriseId }: School,
  ): Promise<Result<{ machineIds: string[]; pupilIds: string[] }, Refusal>> {
    const machineIds: string[] = [];
    for (const [i, code] of machineCodes.entries()) {
      const machine = await this.people.machine(tx, `machineCodes.${i}`, code, enterpriseId);
      if (!machine.ok) return machine;
      if (!(await this.practices.addMachine(tx, id, machine.value)))
        return refused(taken(`machineCodes.${i}`, machineIds.includes(machine.value), 'practice.machine-taken'));
      machineIds.push(machine.value);
    }
    const pupilIds: string[] = [];
    for (const [i, code] of pupilCodes.entries()) {
      const pupil = await this.people.pupil(tx, `pupilCodes.${i}`, code, instructorId);
      if (!pupil.ok) return pupil;
      if (!(await this.practices.addPupil(tx, id, pupil.value)))
        return refused(taken(`pupilCodes.${i}`, pupilIds.includes(pupil.value), 'practice.pupil-taken'));
      pupilIds.push(pupil.value);
    }
    return ok({ machineIds, pupilIds });
  }
}

/** The same thing scanned twice, or one that another session has. */
const taken = (path: string, twice: boolean, code: string): Refusal => {
  const said = twice ? 'practice.scanned-twice' : code;
  return invalid(said, { errors: [{ path, code: said }] });
};
