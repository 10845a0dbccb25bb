import { Injectable } from '@nestjs/common';
import { RefusalError, type Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Caller } from '../../platform/auth/caller';
import { systemScope } from '../../platform/database/scope';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Clock } from '../../platform/time/clock';
import { CommandPermit } from './command-permit';
import { DraftContents } from './draft-content';
import { Drafts } from './drafts';
import type { PermitView } from './permit-detail.dto';
import type { CreatePermitRequest } from './permit.dto';

/** A new permit as a draft; with `submit` in the same breath, and then not at all if it cannot be submitted. */
@Injectable()
export class CreatePermit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly contents: DraftContents,
    private readonly drafts: Drafts,
    private readonly commands: CommandPermit,
    private readonly clock: Clock,
  ) {}

  execute(caller: Caller, request: CreatePermitRequest, language: Language): Promise<Result<PermitView, Refusal>> {
    const at = this.clock.now();
    return this.uow.run(systemScope('create-permit'), async (tx) => {
      const content = await this.contents.read(tx, caller, request, at);
      if (!content.ok) return content;
      const made = await this.drafts.make(tx, caller, content.value, { extendsId: null, copiedFrom: null }, at);
      if (request.submit !== true) return ok(await this.commands.shown(tx, caller, made, language, at));
      const submitted = await this.commands.submit(tx, caller, made, at);
      if (!submitted.ok) throw new RefusalError(submitted.refusal); // takes the draft back with it
      return ok(await this.commands.shown(tx, caller, submitted.value, language, at));
    });
  }
}
