import { normalPhone } from '../../../kernel/phone';
import { ok, refused, type Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import { readDocument, type DocumentKind } from '../../registry/numbers/person-document';
import { looksSpoilt } from '../cell-text';
import { wordKey } from '../cell-word';
import type { WelderValues } from '../columns/person-columns';
import { contradicted, CREATED, refusedRow, SAME, warnedRow, type RowVerdict } from '../import';
import { thingIn, type Found } from './found';

export interface WelderDraft {
  readonly name: string;
  readonly idNumber: string;
  readonly idKind: DocumentKind;
  readonly phone: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly warnings: readonly string[];
}

export interface WelderSurroundings {
  readonly region: Found;
  readonly enterprise: Found;
}

export function draftWelder(
  values: WelderValues,
  surroundings: WelderSurroundings,
  at: Instant,
): Result<WelderDraft, RowVerdict> {
  const document = readPersonNumber(values.idKind ?? 'resident', values.idNumber!, at);
  if (!document.ok) return document;
  const phone = normalPhone(values.phone!);
  if (phone === null) return refused(refusedRow('welder.phone-malformed', 'phone'));
  const region = thingIn(surroundings.region, 'region', 'region');
  if (!region.ok) return region;
  const enterprise = thingIn(surroundings.enterprise, 'enterprise', values.uscc === null ? 'enterpriseName' : 'uscc');
  if (!enterprise.ok) return enterprise;
  const regionCode = (region.value ?? enterprise.value)?.regionCode;
  if (regionCode === undefined) return refused(refusedRow('import.required', 'region'));
  const { value: idNumber, warnings } = document.value;
  const enterpriseId = enterprise.value?.id ?? null;
  return ok({
    ...{ name: values.name!, idNumber, idKind: values.idKind ?? 'resident', phone },
    ...{ regionCode, enterpriseId, warnings },
  });
}

/**
 * Spreadsheets replace the last three digits of long numbers by zeros. Such a number gets its own message, not that of
 * a wrong check digit.
 */
function readPersonNumber(
  kind: DocumentKind,
  typed: string,
  at: Instant,
): Result<{ readonly value: string; readonly warnings: readonly string[] }, RowVerdict> {
  const read = readDocument(kind, typed, at);
  if (read.ok) return read;
  return refused(refusedRow(looksSpoilt(typed) ? 'import.number-spoilt' : read.refusal, 'idNumber'));
}

/** The name of a record that the person who imports may see; null if there is none. */
export function judgeWelder(draft: WelderDraft, known: { readonly name: string } | null): RowVerdict {
  if (known !== null)
    return wordKey(known.name) === wordKey(draft.name) ? SAME : contradicted('import.name-differs', 'name');
  const [odd] = draft.warnings;
  return odd === undefined ? CREATED : warnedRow(odd, 'idNumber');
}
