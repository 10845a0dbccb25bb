import { measuresFor } from '../../../domain/permits/measures';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { wordIn, type Language } from '../../../kernel/language';
import type { StoredPermit } from '../stored-permit';
import type { PermitMeasureView } from './permit-measure.dto';
import type { PermitParts } from './permit-parts.view';

/** Before the first submission the checklist is what the rules say today; afterwards it is what was submitted. */
export function measuresOf(
  permit: StoredPermit,
  parts: PermitParts,
  rules: PermitRules,
  language: Language,
): PermitMeasureView[] {
  const texts = new Map(rules.measures.map((rule) => [rule.code, wordIn(rule, language)]));
  const counted = new Map(
    rules.measures.flatMap(({ code, number }) => (number ? [[code, wordIn(number, language)]] : [])),
  );
  const rows =
    permit.submittedAt === null
      ? measuresFor(rules.measures, permit).map(({ code }) => ({
          code,
          confirmedBy: null,
          confirmedAt: null,
          number: null,
        }))
      : parts.measures;
  const signed = new Set(rules.measures.filter((rule) => rule.signature).map(({ code }) => code));
  const order = [...texts.keys()];
  return rows
    .map((row) => ({
      ...row,
      text: texts.get(row.code) ?? row.code,
      signature: signed.has(row.code),
      confirmed: row.confirmedAt !== null,
      numberAsked: counted.get(row.code) ?? null,
    }))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code));
}
