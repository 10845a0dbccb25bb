import { Injectable } from '@nestjs/common';
import { chipColumns, type ChipValues } from '../../../domain/imports/columns/card-columns';
import type { RowVerdict } from '../../../domain/imports/import';
import { draftChip, judgeChip, type ChipDraft } from '../../../domain/imports/judge/chip-draft';
import type { Result } from '../../../kernel/result';
import { TakeInChips } from '../../registry/bulk/take-in-chips';
import { KnownThings } from '../lookups/known-things.view';
import type { ImportCall, Judged, KindImport, RowKey } from './kind-import';

@Injectable()
export class ChipImport implements KindImport<ChipValues, ChipDraft> {
  readonly columns = chipColumns;

  constructor(
    private readonly known: KnownThings,
    private readonly chips: TakeInChips,
  ) {}

  labelOf({ chipNo }: ChipValues): string {
    return chipNo ?? '';
  }

  drafts(_call: ImportCall, values: readonly ChipValues[]): Promise<Result<ChipDraft, RowVerdict>[]> {
    return Promise.resolve(values.map(draftChip));
  }

  keyOf({ chipNo }: ChipDraft): RowKey {
    return { text: chipNo, own: true };
  }

  async judge({ tx }: ImportCall, drafts: readonly ChipDraft[]): Promise<Judged[]> {
    const known = await this.known.chips(
      tx,
      drafts.map(({ chipNo }) => chipNo),
    );
    return drafts.map((draft) => {
      const isKnown = known.has(draft.chipNo);
      return { verdict: judgeChip(draft, isKnown), entityId: isKnown ? draft.chipNo : null };
    });
  }

  takeIn(call: ImportCall, drafts: readonly ChipDraft[]): Promise<string[]> {
    return this.chips.execute(call.tx, call, drafts);
  }
}
