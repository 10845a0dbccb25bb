import { Injectable } from '@nestjs/common';
import type { CommandInput } from '../../../domain/permits/snapshot';
import { invalid, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Ids } from '../../../platform/time/ids';
import { AmendmentStore } from '../amendment.store';
import { NamedSubjectsCheck } from '../named-subjects';
import { wrongField } from '../permit-refusals';
import type { Act, Stepping } from '../permit-steps';
import { EvidenceFiles } from './evidence';
import type { CommandHandler, Given } from './handler';

/** `amend`: welders and machines are asked for by one person and confirmed by another. In a small job they count at once. */
@Injectable()
export class AmendPermit implements CommandHandler {
  constructor(
    private readonly amendments: AmendmentStore,
    private readonly subjects: NamedSubjectsCheck,
    private readonly evidence: EvidenceFiles,
    private readonly ids: Ids,
  ) {}

  async input(tx: Tx, given: Given): Promise<Result<CommandInput, Refusal>> {
    if (given.body.confirm === true) return ok({ confirm: true });
    const added = addedBy(given);
    if (added.machineIds.length > 0 && given.permit.machineIds.length === 0)
      return refused(wrongField('machineIds', 'permit.any-machine-named'));
    if (added.welderIds.length + added.machineIds.length === 0)
      return refused(wrongField('welderIds', 'permit.nothing-to-add'));
    const { errors } = await this.subjects.check(tx, added.welderIds, added.machineIds);
    return errors.length === 0 ? ok({ confirm: false }) : refused(invalid('request.invalid', { errors }));
  }

  act(given: Given): Act {
    return async (tx, stepping) => {
      const { body, caller } = given;
      const drawn = await this.evidence.check(tx, 'signatureFileId', body.signatureFileId, caller.userId);
      if (!drawn.ok) return drawn;
      const fileId = drawn.value?.fileId ?? null;
      const detail = stepping.input.confirm
        ? await this.confirm(tx, given, stepping, fileId)
        : await this.ask(tx, given, fileId);
      return ok({ detail: { ...detail, signature: drawn.value ?? undefined } });
    };
  }

  private async ask(tx: Tx, given: Given, signatureFileId: string | null): Promise<Record<string, unknown>> {
    const { permit, caller, at } = given;
    const asked = { ...addedBy(given), askedBy: caller.userId };
    const alone = permit.regime === 'small';
    const amendment = { ...asked, id: this.ids.next(at), confirmedBy: alone ? caller.userId : null, signatureFileId };
    await this.amendments.insert(tx, permit.id, amendment, at);
    if (alone) await this.amendments.addNamed(tx, permit.id, asked);
    return { ...asked, confirmed: alone };
  }

  private async confirm(
    tx: Tx,
    given: Given,
    { permit }: Stepping,
    fileId: string | null,
  ): Promise<Record<string, unknown>> {
    const pending = permit.pendingAmendment;
    if (!pending) throw new Error('an amendment that nobody asked for passed the table');
    await this.amendments.confirm(tx, pending.id, given.caller.userId, fileId, given.at);
    await this.amendments.addNamed(tx, permit.id, pending);
    const { welderIds, machineIds, askedBy } = pending;
    return { welderIds, machineIds, askedBy, confirmed: true };
  }
}

/** Who is named already is not added again. */
const addedBy = ({ body, permit }: Given): { welderIds: string[]; machineIds: string[] } => ({
  welderIds: (body.welderIds ?? []).filter((id) => !permit.welderIds.includes(id)),
  machineIds: (body.machineIds ?? []).filter((id) => !permit.machineIds.includes(id)),
});
