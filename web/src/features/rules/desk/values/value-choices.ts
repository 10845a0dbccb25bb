import { ruleKind, valueErrors } from '@domain/rules/rule-catalogue';
import type { Vocabulary } from '@domain/rules/shape';

/** A code that no rule knows. */
const UNKNOWN = '\0';

/**
 * The codes that one part of a rule's value may hold, by its path (`value.0.roles`); null: free text. The rule's own shape is
 * asked: it refuses an unknown code and names the known ones. So a code that is added needs nothing here.
 */
export function choicesAt(rule: string, value: unknown, path: string, words: Vocabulary): readonly string[] | null {
  const kind = ruleKind(rule);
  if (!kind) return null;
  const errors = valueErrors(kind, withUnknown(value, path.split('.').slice(1)), words);
  const refused = errors.find((one) => one.code === 'field.choice' && (one.path === path || one.path === `${path}.0`));
  const known = Object.values(refused?.params ?? {})[0] as readonly string[] | undefined;
  return known && known.length > 0 ? known : null;
}

/** The same value with an unknown code in one place. */
function withUnknown(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return Array.isArray(value) ? [UNKNOWN] : UNKNOWN;
  if (Array.isArray(value))
    return value.map((one, i) => (String(i) === step ? withUnknown(one, rest) : (one as unknown)));
  const branch = value as Readonly<Record<string, unknown>>;
  return { ...branch, [step]: withUnknown(branch[step], rest) };
}
