import { Injectable } from '@nestjs/common';
import { lacking, type Tests } from '../../domain/fitting/fitting';
import type { ReplaceReason } from '../../domain/fitting/chip-block';
import { SECOND, isoTime, isoTimeOrNull, type Instant } from '../../kernel/time';
import { notFound, type Refusal } from '../../kernel/refusal';
import { ok, refused, type Result } from '../../kernel/result';
import type { Request } from '../../platform/auth/request';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work';
import { toPage } from '../../platform/http/page';
import { PowerTests, type PowerTest } from '../jobs/chip-power/power-tests';
import type { FittingPage, FittingQuery, FittingTestView, FittingView, OpenFittingView } from './fitting.dto';
import type { Fitting } from './fitting.store';
import { FittingViews, type ShownFitting } from './fitting.view';

/** An arc may be told a little later than it burned. */
const LATE_NEWS_MS = 15 * SECOND;

/** A fitting as the technician sees it: what the chip answered, what it sensed, what is lacking. */
@Injectable()
export class ShowFitting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: FittingViews,
    private readonly tests: PowerTests,
  ) {}

  execute({ caller, at }: Request, id: string): Promise<Result<OpenFittingView, Refusal>> {
    return this.uow.run(caller.scope, async (tx) => {
      const fitting = await this.views.find(tx, id);
      return fitting ? ok(await this.opened(tx, fitting, at)) : refused(notFound('fitting.not-found'));
    });
  }

  async list({ caller }: Request, query: FittingQuery): Promise<FittingPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.views.list(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    return { ...page, items: page.items.map(toView) };
  }

  /** One that was just written. */
  async within(tx: Tx, id: string, at: Instant): Promise<OpenFittingView> {
    const fitting = await this.views.find(tx, id);
    if (!fitting) throw new Error(`fitting ${id} is not there`);
    return this.opened(tx, fitting, at);
  }

  /** What the tests of a fitting have shown until now. */
  async shown(tx: Tx, fitting: Fitting, at: Instant): Promise<{ test: FittingTestView | null; tests: Tests }> {
    const latest = await this.tests.latest(tx, fitting, fitting.startedAt);
    if (!latest) return { test: null, tests: { relay: fitting.relayOk, arc: fitting.arcOk } };
    const test = await this.testView(tx, fitting, latest, at);
    const relay = test.powerOn === true && test.powerOff === true;
    return { test, tests: { relay: fitting.relayOk || relay, arc: fitting.arcOk || test.arcSeen } };
  }

  private async testView(tx: Tx, fitting: Fitting, test: PowerTest, at: Instant): Promise<FittingTestView> {
    const { unlock, lock } = await this.tests.answers(tx, test);
    const chip = await this.views.chip(tx, fitting.chipNo);
    const until = Math.min(test.endedAt ?? test.untilAt, test.untilAt);
    const timeUp = at > test.untilAt && unlock?.ok === true && chip?.relay === 'open';
    return {
      startedAt: isoTime(test.startedAt),
      untilAt: isoTime(test.untilAt),
      running: test.endedAt === null && at < test.untilAt,
      powerOn: unlock?.answeredAt == null ? null : unlock.ok,
      error: unlock?.error ?? null,
      arcSeen: await this.views.sawArc(tx, fitting, test.startedAt - LATE_NEWS_MS, until + LATE_NEWS_MS),
      powerOff: lock?.answeredAt == null ? (timeUp ? true : null) : lock.ok,
    };
  }

  private async opened(tx: Tx, fitting: ShownFitting, at: Instant): Promise<OpenFittingView> {
    const chip = await this.views.chip(tx, fitting.chipNo);
    const { test, tests } = await this.shown(tx, fitting, at);
    const told = { photo: fitting.photoId !== null, withoutTest: fitting.withoutTest };
    return {
      ...toView(fitting),
      relayOk: tests.relay,
      arcOk: tests.arc,
      chipSeenAt: isoTimeOrNull(chip?.lastSeenAt ?? null),
      test,
      lacking: lacking(fitting.control, tests, told),
    };
  }
}

const toView = ({ byUser: _, lat: __, lng: ___, ...fitting }: ShownFitting): FittingView => ({
  ...fitting,
  replaceReason: fitting.replaceReason as ReplaceReason | null,
  startedAt: isoTime(fitting.startedAt),
  endedAt: isoTimeOrNull(fitting.endedAt),
});
