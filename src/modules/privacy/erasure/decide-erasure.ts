import { Injectable } from '@nestjs/common';
import {
  ERASURE_COMMANDS,
  erasureLifeCycle,
  type ErasureCommand,
  type ErasureState,
} from '../../../domain/privacy/erasure';
import { conflict, forbidden, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { ForgetAccount } from '../../identity/forget-account';
import { ForgetWelder } from '../../registry/welders/forget-welder';
import type { ErasureRequestPage, ErasureRequestQuery, ErasureRequestView } from './erasure.dto';
import { ErasePerson } from './erase-person';
import { ErasureRequestStore, type ErasureRequest } from './erasure-request.store';
import { erasureList, erasureOne } from './erasure-requests.view';
import { ShowErasures } from './show-erasures';

/** Reasons that lie with who asks rather than with the request. */
const PERSONAL = ['erasure.official-only', 'erasure.own-request', 'erasure.not-yours'];

/** An official looks at what is open and decides; what was asked may be taken back until then. */
@Injectable()
export class DecideErasure {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly requests: ErasureRequestStore,
    private readonly shown: ShowErasures,
    private readonly erase: ErasePerson,
    private readonly accounts: ForgetAccount,
    private readonly welders: ForgetWelder,
    private readonly journal: Journal,
  ) {}

  async list(request: Request, query: ErasureRequestQuery): Promise<ErasureRequestPage> {
    const rows = await this.uow.run(request.caller.scope, (tx) => erasureList(tx, query));
    const page = toPage(rows, query.limit, ({ id }) => id);
    const items = await this.uow.run(systemScope('erasure'), (tx) =>
      Promise.all(page.items.map((row) => this.shown.show({ ...request, tx }, row))),
    );
    return { ...page, items };
  }

  async command(
    request: Request,
    id: string,
    name: string,
    note?: string,
  ): Promise<Result<ErasureRequestView, Refusal>> {
    const command = ERASURE_COMMANDS.find((one) => one === name);
    const seen = command && (await this.uow.run(request.caller.scope, (tx) => this.requests.find(tx, id)));
    if (!command || !seen) return refused(notFound('erasure.not-found'));
    return this.uow.attempt(systemScope('erasure'), async (tx) => {
      const call = { ...request, tx };
      const asked = (await this.requests.lock(tx, id))!;
      const snapshot = await this.shown.snapshotOf(call, asked);
      const step = erasureLifeCycle.step(snapshot, command);
      if (step.outcome === 'not-open')
        return refused(conflict('erasure.command-not-open', { extra: { commands: erasureLifeCycle.open(snapshot) } }));
      if (step.outcome === 'refused') return refused(objection(step.reasons[0]!, snapshot.obstacles));
      if (command === 'refuse' && !note?.trim()) return refused(wrongField('note', 'field.required'));
      await this.take(call, asked, { command, to: step.to, note: note?.trim() ?? null, notBefore: snapshot.keptUntil });
      return ok(await this.shown.show(call, (await erasureOne(tx, id))!));
    });
  }

  /** From the approval on nothing is used any more but to keep it, and it goes at once where the law does not have it kept. */
  private async take(
    { tx, caller, at }: Call,
    asked: ErasureRequest,
    { command, to, note, notBefore }: Taken,
  ): Promise<void> {
    const decided = command === 'withdraw' ? {} : { decidedBy: caller.userId, decidedAt: at, note };
    await this.requests.change(tx, asked.id, { state: to, ...decided, ...(command === 'approve' && { notBefore }) });
    const entry = {
      action: `erasure.${to}`,
      entity: 'erasure-request',
      entityId: asked.id,
      regionCode: asked.regionCode,
    };
    this.journal.record(tx, caller, at, [{ ...entry, after: { state: to, notBefore } }]);
    if (command !== 'approve') return;
    if (asked.userId !== null) await this.accounts.close(tx, asked.userId, at);
    if (asked.welderId !== null) await this.welders.close(tx, asked.welderId, at);
    if (notBefore === null) await this.erase.execute(tx, asked, caller, at);
  }
}

interface Taken {
  readonly command: ErasureCommand;
  readonly to: ErasureState;
  readonly note: string | null;
  readonly notBefore: number | null;
}

const objection = (reason: string, obstacles: readonly string[]): Refusal =>
  PERSONAL.includes(reason) ? forbidden(reason) : conflict(reason, { extra: { obstacles } });
