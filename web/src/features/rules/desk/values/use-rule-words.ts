import { useI18n } from 'vue-i18n';
import { fieldsOf, namedWordIn, wordIn, type StoredNamedText, type StoredText } from '@kernel/language';
import { currentLanguage } from '@/i18n/i18n';
import { wordKeysOf } from './rule-word-keys';
import { useRulePlaceKinds } from './use-rule-place-kinds';
import { inOrder } from './value-order';

/** One line of a rule's value as a person reads it. */
export interface RuleLine {
  readonly label: string;
  readonly text: string;
  readonly note: string;
}
type Branch = Readonly<Record<string, unknown>>;
const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Shown as the line itself, not among its notes. */
const SPOKEN = new Set(['code', ...fieldsOf(), ...fieldsOf('title'), ...fieldsOf('penalty')]);

/** Their value says what they are. */
const PLAIN = new Set(['roles', 'quorum', 'of', 'severity', 'level', 'certainty']);

/** The value of a rule in words: numbers with their unit, codes by their names, lists line by line. */
export function useRuleWords() {
  const { t, te } = useI18n();

  const { placeKindName } = useRulePlaceKinds();
  const word = (code: string, field = ''): string => {
    const found = wordKeysOf(code, field).find((key) => te(key));
    return found ? t(found) : (placeKindName(code) ?? code);
  };
  /** What a field is called; a table's line, such as a gas, brings words of its own. */
  const fieldName = (field: string, value?: unknown): string => {
    if (isBranch(value) && typeof value['zh'] === 'string')
      return wordIn(value as unknown as StoredText, currentLanguage());
    if (te(`rules.field.${field}`)) return t(`rules.field.${field}`);
    return word(field);
  };
  const measured = (value: number, unit: string | null): string =>
    unit && te(`rules.unit.${unit}`) ? t(`rules.unit.${unit}`, { n: value }) : String(value);

  const short = (value: unknown, unit: string | null = null, field = ''): string => {
    if (value === null || value === undefined) return t('state.none');
    if (typeof value === 'boolean') return t(value ? 'state.yes' : 'state.no');
    if (typeof value === 'number') return measured(value, unit);
    if (typeof value === 'string') return word(value, field);
    if (Array.isArray(value)) return listed(value, unit, field);
    return spoken(value as Branch, unit);
  };
  const listed = (items: unknown[], unit: string | null, field: string): string => {
    if (items.length === 0) return t('state.none');
    if (items.every((item) => isBranch(item) && 'titleZh' in item)) return items.map((item) => short(item)).join(' → ');
    if (items.some((item) => typeof item === 'object')) return t('rules.nLines', { n: items.length });
    return items.map((item) => short(item, unit, field)).join(t('state.separator'));
  };
  /** An object in one line: its own words where it has some, else field by field. */
  const spoken = (value: Branch, unit: string | null): string => {
    if (typeof value['zh'] === 'string') return wordIn(value as unknown as StoredText, currentLanguage());
    if (typeof value['titleZh'] === 'string')
      return namedWordIn(value as unknown as StoredNamedText<'title'>, 'title', currentLanguage());
    if (typeof value['from'] === 'string' && typeof value['to'] === 'string')
      return t('time.to', { from: value['from'], to: value['to'] });
    return Object.entries(value)
      .map(([field, one]) => `${fieldName(field)} ${short(one, unit, field)}`)
      .join(t('rules.between'));
  };
  const notesOf = (value: Branch, unit: string | null): string =>
    inOrder(value)
      .filter(([field]) => !SPOKEN.has(field))
      .map(([field, one]) => noteOf(field, one, unit))
      .join(' · ');
  const noteOf = (field: string, one: unknown, unit: string | null): string => {
    // People count from one.
    if (field === 'step' && typeof one === 'number') return t('rules.nthStep', { n: one + 1 });
    if (PLAIN.has(field)) return short(one, unit, field);
    return `${fieldName(field)} ${short(one, field === 'distanceM' ? 'metres' : unit, field)}`;
  };
  const hasWords = (value: unknown): value is Branch =>
    typeof value === 'object' && value !== null && ('zh' in value || 'titleZh' in value);

  const lines = (value: unknown, unit: string | null): RuleLine[] => {
    const line = (one: unknown, label = ''): RuleLine => ({
      label,
      text: short(one, unit, label === '' ? '' : label),
      note: hasWords(one) ? notesOf(one, unit) : '',
    });
    if (Array.isArray(value) && value.some((item) => typeof item === 'object')) return value.map((item) => line(item));
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && !('from' in value))
      return Object.entries(value).flatMap(([field, one]) =>
        typeof one === 'object' && one !== null && !Array.isArray(one) && !hasWords(one) && !('from' in one)
          ? lines(one, unit).map((inner) => ({
              ...inner,
              label: inner.label ? `${fieldName(field)} · ${inner.label}` : fieldName(field),
            }))
          : [{ ...line(one, field), label: hasWords(one) ? '' : fieldName(field) }],
      );
    return [line(value)];
  };
  /** `value.gases.methane.lel` as words. */
  const pathWords = (path: string): string =>
    path
      .split('.')
      .slice(1)
      .map((part) => (/^\d+$/.test(part) ? t('rules.nth', { n: Number(part) + 1 }) : fieldName(part)))
      .join(' › ');
  return { short, lines, pathWords, word, fieldName };
}
