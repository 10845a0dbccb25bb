import { ok, refused, type Result } from '../../../kernel/result';
import { readIdentifier } from '../../../kernel/typed-text';
import { isChipNumber, looksRounded } from '../../registry/numbers/chip-number';
import type { ChipValues } from '../columns/card-columns';
import { CREATED, refusedRow, SAME, warnedRow, type RowVerdict } from '../import';

export interface ChipDraft {
  readonly chipNo: string;
  readonly secretHex: string;
  readonly model: string;
  readonly batch: string;
}

export function draftChip({ chipNo, secretHex, model, batch }: ChipValues): Result<ChipDraft, RowVerdict> {
  const number = readIdentifier(chipNo!);
  if (!isChipNumber(number)) return refused(refusedRow('chip.number-malformed', 'chipNo'));
  if (!/^[0-9a-f]{64}$/i.test(secretHex!)) return refused(refusedRow('chip.secret-malformed', 'secretHex'));
  if (/^0{64}$/.test(secretHex!)) return refused(refusedRow('chip.secret-weak', 'secretHex'));
  return ok({ chipNo: number, secretHex: secretHex!.toLowerCase(), model: model!, batch: batch! });
}

export function judgeChip({ chipNo }: ChipDraft, known: boolean): RowVerdict {
  if (known) return SAME;
  return looksRounded(chipNo) ? warnedRow('chip.number-rounded', 'chipNo') : CREATED;
}
