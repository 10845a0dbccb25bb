import { Injectable } from '@nestjs/common';
import type { Refusal } from '../../kernel/refusal';
import { ok, type Result } from '../../kernel/result';
import type { Instant } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';
import type { Tx } from '../../platform/database/unit-of-work';
import type { Language } from '../../platform/i18n/texts';
import { Ids } from '../../platform/time/ids';
import { CodeRegistry } from '../registry/code-registry';
import { CommandPermit } from './command-permit';
import { DraftContents } from './draft-content';
import { Drafts } from './drafts';
import type { PermitView } from './permit-detail.dto';
import type { DraftPermitRequest } from './permit.dto';

export interface Wanted {
  readonly draft: DraftPermitRequest;
  /** In the same breath. */
  readonly submit: boolean;
  readonly extendsId?: string;
  readonly copiedFrom?: string;
}

/**
 * A new permit, whether from scratch, as a copy or as an extension. Something is written before all is known to be in order
 * (its code, the draft), so this belongs into `UnitOfWork.attempt`.
 */
@Injectable()
export class MakePermit {
  constructor(
    private readonly contents: DraftContents,
    private readonly codes: CodeRegistry,
    private readonly drafts: Drafts,
    private readonly commands: CommandPermit,
    private readonly ids: Ids,
  ) {}

  async make(
    tx: Tx,
    caller: Caller,
    wanted: Wanted,
    language: Language,
    at: Instant,
  ): Promise<Result<PermitView, Refusal>> {
    const id = this.ids.next(at);
    const [content, code] = await Promise.all([
      this.contents.read(tx, caller, wanted.draft, at),
      this.codes.issue(tx, 'permit', id, at),
    ]);
    if (!content.ok) return content;
    const { extendsId = null, copiedFrom = null } = wanted;
    const draft = { ...content.value, id, code, applicantId: caller.userId, extendsId, copiedFrom };
    const made = await this.drafts.write(tx, caller, draft, at);
    const done = wanted.submit ? await this.commands.submit(tx, caller, made, at) : ok(made);
    return done.ok ? ok(await this.commands.shown(tx, caller, done.value, language, at)) : done;
  }
}
