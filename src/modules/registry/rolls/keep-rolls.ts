import { Injectable } from '@nestjs/common';
import { conflict, notFound, wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import { Journal } from '../../../platform/audit/journal';
import type { Call, Request } from '../../../platform/auth/request';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { toPage } from '../../../platform/http/page';
import { CodeStore } from '../codes/code.store';
import type { CodeRollPage, CodeRollQuery, CodeRollView } from './code-roll.dto';
import { CodeRollStore, type CodeRoll } from './code-roll.store';
import { CodeRolls } from './code-rolls.view';

/** Who holds which roll of blank codes; a lost one is voided with all that was not stuck on yet. */
@Injectable()
export class KeepRolls {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rolls: CodeRollStore,
    private readonly view: CodeRolls,
    private readonly codes: CodeStore,
    private readonly journal: Journal,
  ) {}

  async list({ caller }: Request, query: CodeRollQuery): Promise<CodeRollPage> {
    const rows = await this.uow.run(caller.scope, (tx) => this.view.list(tx, query));
    return toPage(rows, query.limit, ({ id }) => id);
  }

  issue(request: Request, id: string, userId: string): Promise<Result<CodeRollView, Refusal>> {
    return this.change(request, id, async (call, roll) => {
      if (!(await this.view.isThere(call.tx, userId))) return wrongField('userId', 'code-roll.holder-unknown');
      await this.rolls.issue(call.tx, id, userId, call.at);
      this.record(call, roll, 'issued', { issuedTo: userId });
      return null;
    });
  }

  void(request: Request, id: string, reason: string): Promise<Result<CodeRollView, Refusal>> {
    return this.change(request, id, async (call, roll) => {
      const { tx, caller, at } = call;
      await this.rolls.void(tx, id, caller.userId, reason.trim(), at);
      const codes = await this.codes.voidBlanks(tx, id, at);
      this.record(call, roll, 'voided', { reason: reason.trim(), codes });
      return null;
    });
  }

  private change(
    request: Request,
    id: string,
    write: (call: Call, roll: CodeRoll) => Promise<Refusal | null>,
  ): Promise<Result<CodeRollView, Refusal>> {
    return this.uow.run(request.caller.scope, async (tx) => {
      const roll = await this.rolls.lock(tx, id);
      if (!roll) return refused(notFound('code-roll.not-found'));
      if (roll.state === 'voided') return refused(conflict('code-roll.voided'));
      const objection = await write({ ...request, tx }, roll);
      if (objection) return refused(objection);
      const view = await this.view.find(tx, id);
      return view ? ok(view) : refused(notFound('code-roll.not-found'));
    });
  }

  private record({ tx, caller, at }: Call, roll: CodeRoll, step: string, after: object): void {
    const { id: entityId, regionCode, state } = roll;
    const entry = { action: `code-roll.${step}`, entity: 'code-roll', entityId, regionCode, before: { state }, after };
    this.journal.record(tx, caller, at, [entry]);
  }
}
