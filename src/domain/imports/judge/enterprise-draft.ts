import { normalPhone } from '../../../kernel/phone';
import { ok, refused, type Result } from '../../../kernel/result';
import type { EnterpriseKind } from '../../registry/enterprise';
import type { Industry } from '../../registry/industry';
import { readCreditCode } from '../../registry/numbers/credit-code';
import { looksSpoilt } from '../cell-text';
import { wordKey } from '../cell-word';
import type { EnterpriseValues } from '../columns/person-columns';
import { contradicted, CREATED, refusedRow, SAME, type RowVerdict } from '../import';
import { thingIn, type Found } from './found';

export interface EnterpriseDraft {
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: EnterpriseKind;
  readonly industry: Industry;
  readonly regionCode: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

/** `readPhone`: a mobile number or a fixed line as the register reads it. */
export function draftEnterprise(
  values: EnterpriseValues,
  where: Found,
  readPhone: (typed: string) => string | null = normalPhone,
): Result<EnterpriseDraft, RowVerdict> {
  const kind = values.kind ?? (values.uscc === null ? 'individual' : 'company');
  if (values.uscc === null && kind === 'company') return refused(refusedRow('enterprise.uscc-required', 'uscc'));
  const uscc = values.uscc === null ? ok(null) : readCreditCode(values.uscc);
  if (!uscc.ok) return refused(refusedRow(looksSpoilt(values.uscc!) ? 'import.number-spoilt' : uscc.refusal, 'uscc'));
  const phone = readPhone(values.contactPhone!);
  if (phone === null) return refused(refusedRow('enterprise.phone-malformed', 'contactPhone'));
  const region = thingIn(where, 'region', 'region');
  if (!region.ok) return region;
  if (region.value === null) return refused(refusedRow('import.required', 'region'));
  return ok({
    ...{ name: values.name!, uscc: uscc.value, kind, industry: values.industry! },
    ...{ regionCode: region.value.regionCode, contactName: values.contactName!, contactPhone: phone },
  });
}

/** The enterprise with this credit code; without one, that of this name in this region. */
export function judgeEnterprise(draft: EnterpriseDraft, known: { readonly name: string } | null): RowVerdict {
  if (known === null) return CREATED;
  return wordKey(known.name) === wordKey(draft.name) ? SAME : contradicted('import.name-differs', 'name');
}
