import { Injectable } from '@nestjs/common';
import type { PlantPaper } from '../../../domain/permits/plant-paper';
import { decide } from '../../../domain/permits/steps/decide';
import type { Refusal } from '../../../kernel/refusal';
import { ok, type Result } from '../../../kernel/result';
import type { Actor } from '../../../platform/auth/caller';
import type { Call } from '../../../platform/auth/request';
import { Ids } from '../../../platform/time/ids';
import { CodeRegistry } from '../../registry/code-registry';
import { DraftContents } from '../draft/draft-content';
import type { DraftPermitRequest } from '../draft/draft.dto';
import type { PlantOrigin } from '../draft/draft.store';
import { DraftWriter } from '../draft/draft-writer';
import { OutsideDoubts } from '../people/outside-doubts';
import type { Loaded } from '../permit-loader';
import { SaveStep } from '../steps/save-step';
import { SubmissionFacts } from '../steps/submission-facts';

/** A permit as a plant has signed it, with its people known here. */
export interface SignedPermit {
  readonly work: DraftPermitRequest;
  readonly paper: PlantPaper;
  readonly plant: PlantOrigin;
  /** Who asked for it, or else who answers for the plant here. */
  readonly applicantId: string;
  readonly actor: Actor;
}

/**
 * A permit that was signed in a plant's own system begins its life here as an issued one. It is read as any draft is, by
 * the account that answers for the plant, and passes the same table. Something is written before all is known to be in
 * order, so this belongs into `UnitOfWork.attempt`.
 */
@Injectable()
export class TakeInPermit {
  constructor(
    private readonly contents: DraftContents,
    private readonly codes: CodeRegistry,
    private readonly writer: DraftWriter,
    private readonly submissions: SubmissionFacts,
    private readonly outside: OutsideDoubts,
    private readonly saving: SaveStep,
    private readonly ids: Ids,
  ) {}

  /** `call`: in the name of whoever answers for the plant. */
  async takeIn(
    call: Omit<Call, 'language'>,
    { work, paper, plant, applicantId, actor }: SignedPermit,
  ): Promise<Result<Loaded, Refusal>> {
    const { tx, caller, at } = call;
    const content = await this.contents.read(tx, caller, work, at);
    if (!content.ok) return content;
    const id = this.ids.next(at);
    const code = await this.codes.issue(tx, 'permit', id, at);
    const draft = { ...content.value, id, code, applicantId, extendsId: null, copiedFrom: null, plant };
    const made = await this.writer.writeDraft(tx, actor, draft, at);
    const submission = await this.submissions.load({ ...call, ...made });
    const doubts = await this.outside.doubtsOf(tx, made.permit, at);
    const person = { kind: 'plant', userId: caller.userId } as const;
    const decided = decide('take-in', { ...made, person }, ok({ submission, paper, doubts }), at);
    return decided.ok ? ok(await this.saving.saveStep({ tx, actor, at }, made, decided.value)) : decided;
  }
}
