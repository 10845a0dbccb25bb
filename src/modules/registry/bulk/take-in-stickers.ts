import { Injectable } from '@nestjs/common';
import { Journal } from '../../../platform/audit/journal';
import type { Tx } from '../../../platform/database/unit-of-work';
import { CodeRegistry } from '../code-registry';
import type { ExternalCode } from '../codes/code.store';
import type { TakenInBy } from './taken-in-by';

/** What a sticker reads, and the registered machine that it is on. */
export interface NewSticker {
  readonly machine: { readonly id: string; readonly regionCode: string };
  readonly content: string;
}

/** Lists with such a column come from the provincial platform. */
export const listedSticker = (content: string, entityId: string): ExternalCode => ({
  ...{ content, system: 'province', kind: 'machine', entityId },
});

/** Keeps the stickers of another system that a list tells of machines registered already. */
@Injectable()
export class TakeInStickers {
  constructor(
    private readonly codes: CodeRegistry,
    private readonly journal: Journal,
  ) {}

  async execute(tx: Tx, { actor, at }: TakenInBy, stickers: readonly NewSticker[]): Promise<void> {
    if (stickers.length === 0) return;
    await this.codes.keepExternals(tx, stickers.map(({ content, machine }) => listedSticker(content, machine.id)), at); // prettier-ignore
    this.journal.record(
      tx,
      actor,
      at,
      stickers.map(({ content, machine }) => ({
        ...{ action: 'external-code.registered', entity: 'machine', entityId: machine.id },
        ...{ regionCode: machine.regionCode, after: { content, system: 'province', source: 'import' } },
      })),
    );
  }
}
