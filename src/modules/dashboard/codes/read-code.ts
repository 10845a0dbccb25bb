import { Injectable } from '@nestjs/common';
import { groupCode } from '../../../domain/registry/code';
import { notFound, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Caller } from '../../../platform/auth/caller';
import { systemScope } from '../../../platform/database/scope';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work';
import type { Language } from '../../../kernel/language';
import { Clock } from '../../../platform/time/clock';
import { holds } from '../../identity/permissions';
import { CodeRegistry } from '../../registry/code-registry';
import type { CodePage } from './code-page.dto';
import type { PageOfThing } from './code-page-maker';
import type { Eyes } from './eyes';
import { MineView } from './mine.view';
import { PageMakers } from './page-makers';
import { Sentences } from './sentences';

type Resolved = NonNullable<Awaited<ReturnType<CodeRegistry['resolve']>>>;

/** What a camera sees: ours, a blank one, a province's or a vendor's code that the register knows. */
@Injectable()
export class ReadCode {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly codes: CodeRegistry,
    private readonly makers: PageMakers,
    private readonly mine: MineView,
    private readonly sentences: Sentences,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller | null, text: string, language: Language): Promise<Result<CodePage, Refusal>> {
    const eyes: Eyes = { caller, language, at: this.clock.now() };
    return this.uow.run(systemScope('public-code'), async (tx) => {
      const code = await this.codes.resolve(tx, text);
      const page = code && (await this.pageOf(tx, code, eyes));
      if (!code || !page) return refused(notFound('code.unknown'));
      const machineId = code.kind === 'machine' ? code.entityId : null;
      return ok({
        machine: null,
        welder: null,
        permit: null,
        official: null,
        ...page,
        sentence: this.withReplacement(code, page.sentence, language),
        replacedBy: replacementOf(code),
        code: code.code,
        kind: code.kind,
        mine: caller && (await this.mine.of(tx, caller, machineId, eyes.at)),
      });
    });
  }

  /** The machine may be in order all the same: its new code is said before how it stands. */
  private withReplacement(code: Resolved, sentence: string, language: Language): string {
    const fresh = replacementOf(code);
    if (fresh === null) return sentence;
    return `${this.sentences.text('code.replaced', language, { code: groupCode(fresh) })} ${sentence}`;
  }

  private async pageOf(tx: Tx, code: Resolved, eyes: Eyes): Promise<PageOfThing | null> {
    return code.kind === 'blank'
      ? this.blank(code.voided, eyes)
      : this.makers.of(code.kind).of(tx, code.entityId, eyes);
  }

  /** People who may register machines are told what a blank code is for. */
  private blank(voided: boolean, { caller, language }: Eyes): PageOfThing {
    const status = voided ? 'voided' : 'blank';
    const mayBind = !voided && caller !== null && holds(caller.roles, 'machine.write');
    return {
      status,
      title: this.sentences.text('code.blank.title', language),
      tone: 'grey',
      sentence: this.sentences.text(`code.${status}.${mayBind ? 'bind' : 'sentence'}`, language),
    };
  }
}

const replacementOf = (code: Resolved): string | null => (code.kind === 'blank' ? null : (code.replacedBy ?? null));
