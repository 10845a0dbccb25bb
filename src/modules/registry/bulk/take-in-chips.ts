import { Injectable } from '@nestjs/common';
import type { ChipDraft } from '../../../domain/imports/judge/chip-draft';
import { Journal } from '../../../platform/audit/journal';
import { Sealer } from '../../../platform/database/sealer';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CHIP_SECRET } from '../chip-secrets.reader';
import { ChipStore } from '../chips/chip.store';
import type { TakenInBy } from './taken-in-by';

/** Takes in chips of a maker's list. */
@Injectable()
export class TakeInChips {
  constructor(
    private readonly chips: ChipStore,
    private readonly sealer: Sealer,
    private readonly journal: Journal,
  ) {}

  /** The numbers, in the order of the drafts. A chip that came in meanwhile stays as it is. */
  async execute(tx: Tx, { actor, at }: TakenInBy, drafts: readonly ChipDraft[]): Promise<string[]> {
    const sealed = drafts.map((draft) => ({ ...draft, secretSealed: this.sealer.seal(CHIP_SECRET, draft.secretHex) }));
    const accepted = await this.chips.insert(tx, sealed, at);
    this.journal.record(
      tx,
      actor,
      at,
      drafts
        .filter(({ chipNo }) => accepted.has(chipNo))
        .map(({ chipNo, model, batch }) => ({
          action: 'chip.imported',
          entity: 'chip',
          entityId: chipNo,
          after: { model, batch, source: 'import' },
        })),
    );
    return drafts.map(({ chipNo }) => chipNo);
  }
}
