import { Injectable } from '@nestjs/common';
import { TEST_LASTS_MS, testObjection, TESTS_A_DAY } from '../../domain/jobs/power-test';
import { conflict, notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import { DAY, MINUTE } from '../../kernel/time';
import { Journal } from '../../platform/audit/journal';
import type { Call, Request } from '../../platform/auth/request';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PowerTests } from '../jobs/chip-power/power-tests';
import { ChipsAtWork } from '../registry/chips/chips-at-work.port';
import { RegistryReader } from '../registry/registry.reader';
import type { OpenFittingView } from './fitting.dto';
import { FittingStore, type Fitting } from './fitting.store';
import { FittingViews } from './fitting.view';
import { ShowFitting } from './show-fitting';

/** Power for a few minutes, so that the technician sees the relay close and open and the arc arrive on the platform. */
@Injectable()
export class TestFitting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: RegistryReader,
    private readonly fittings: FittingStore,
    private readonly views: FittingViews,
    private readonly tests: PowerTests,
    private readonly atWork: ChipsAtWork,
    private readonly show: ShowFitting,
    private readonly journal: Journal,
  ) {}

  start(request: Request, id: string): Promise<Result<OpenFittingView, Refusal>> {
    return this.step(request, id, async (call, fitting) => {
      const { tx, caller, at } = call;
      const machine = await this.registry.machineById(tx, fitting.machineId);
      if (!machine) return notFound('machine.not-found');
      const chip = await this.views.chip(tx, fitting.chipNo);
      const objection = testObjection(
        {
          machine: machine.status,
          lastSeenAt: chip?.lastSeenAt ?? null,
          boot: chip?.boot ?? null,
          tamper: chip?.tamper ?? false,
          blocked: await this.views.isBlocked(tx, fitting.chipNo),
          openJob: await this.atWork.hasOpenJob(fitting.chipNo),
          openTest: await this.tests.isOpen(tx, fitting.chipNo, at),
          testsToday: await this.tests.countSince(tx, fitting.machineId, at - DAY),
        },
        at,
      );
      const limits = { most: TESTS_A_DAY, minutes: TEST_LASTS_MS / MINUTE };
      if (objection || !chip) return conflict(objection ?? 'fitting.chip-silent', { params: limits });
      const { chipNo, machineId, regionCode } = fitting;
      const test = await this.tests.start(
        tx,
        { chipNo, machineId, regionCode, byUser: caller.userId, boot: chip.boot },
        at,
      );
      this.record(call, fitting, 'fitting.test-started', { testId: test.id });
      return null;
    });
  }

  /** Takes the power away before the time is up. What the test showed is kept by then. */
  end(request: Request, id: string): Promise<Result<OpenFittingView, Refusal>> {
    return this.step(request, id, async (call, fitting) => {
      const test = await this.tests.latest(call.tx, fitting, fitting.startedAt);
      if (!test || test.endedAt !== null) return null;
      await this.tests.end(call.tx, test, call.at);
      this.record(call, fitting, 'fitting.test-ended', { testId: test.id });
      return null;
    });
  }

  private step(
    request: Request,
    id: string,
    take: (call: Call, fitting: Fitting) => Promise<Refusal | null>,
  ): Promise<Result<OpenFittingView, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const fitting = await this.fittings.lock(tx, id);
      if (!fitting) return refused(notFound('fitting.not-found'));
      if (fitting.state !== 'open') return refused(conflict('fitting.over'));
      const refusal = await take({ ...request, tx }, fitting);
      return refusal ? refused(refusal) : ok(await this.show.within(tx, id, request.at));
    });
  }

  private record({ tx, caller, at }: Call, { id, regionCode }: Fitting, action: string, after: object): void {
    this.journal.record(tx, caller, at, [{ action, entity: 'fitting', entityId: id, regionCode, after }]);
  }
}
