import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Call, Request } from '../../../platform/auth/request';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { CodeRegistry } from '../../registry/code-registry';
import { blamedAsWritten } from './asked/as-written';
import { DraftContents } from './draft-content';
import { DraftWriter } from './draft-writer';
import { PermitDetails } from '../page/permit-detail';
import type { PermitView } from '../page/permit-detail.dto';
import { personOf } from '../people/permit-people';
import type { CreatePermitRequest, DraftPermitRequest } from './draft.dto';
import { CommandPermit } from '../steps/command-permit';

export interface WantedDraft {
  readonly draft: DraftPermitRequest;
  /** In the same transaction. */
  readonly submit: boolean;
  readonly extendsId?: string;
  readonly copiedFrom?: string;
}

/**
 * A new permit, whether from scratch, as a copy or as an extension. Something is written before all is known to be in order
 * (its code, the draft), so this belongs into `UnitOfWork.attempt`.
 */
@Injectable()
export class CreateDraft {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly contents: DraftContents,
    private readonly codes: CodeRegistry,
    private readonly writer: DraftWriter,
    private readonly commands: CommandPermit,
    private readonly details: PermitDetails,
    private readonly ids: Ids,
  ) {}

  /** With `submit`, and then not at all if it cannot be submitted. */
  execute(request: Request, draft: CreatePermitRequest): Promise<Result<PermitView, Refusal>> {
    return this.uow.attempt(systemScope('create-permit'), (tx) =>
      this.createDraft({ ...request, tx }, { draft, submit: draft.submit === true }),
    );
  }

  async createDraft(call: Call, wanted: WantedDraft): Promise<Result<PermitView, Refusal>> {
    const { tx, caller, at } = call;
    const id = this.ids.next(at);
    const [content, code] = await Promise.all([
      this.contents.read(tx, caller, wanted.draft, at),
      this.codes.issue(tx, 'permit', id, at),
    ]);
    if (!content.ok) return content;
    const { extendsId = null, copiedFrom = null } = wanted;
    const draft = { ...content.value, id, code, applicantId: caller.userId, extendsId, copiedFrom };
    const made = await this.writer.writeDraft(tx, caller, draft, at);
    const submit = () => this.commands.takeStep(call, 'submit', made, personOf(caller), {});
    const done = wanted.submit ? await submit() : ok(made);
    return done.ok
      ? ok(await this.details.showPermit(call, done.value))
      : refused(blamedAsWritten(done.refusal, wanted.draft));
  }
}
