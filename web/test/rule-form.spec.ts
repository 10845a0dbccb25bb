import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '@kernel/language';
import type { Vocabulary } from '@domain/rules/shape';
import { choicesAt } from '@/features/rules/desk/values/value-choices';
import { wordKeysOf } from '@/features/rules/desk/values/rule-word-keys';
import { changeLanguage, i18n, needWords } from '@/i18n/i18n';
import { seededVersions } from '../../test/domain/rules/seeded-book';

const words: Vocabulary = { levels: ['first'], placeKinds: ['height', 'crowded'] };

interface Part {
  readonly path: string;
  /** The field that it stands in. */
  readonly field: string;
  readonly value: unknown;
}

function partsOf(value: unknown, path = 'value', field = ''): Part[] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, one]) =>
          partsOf(one, `${path}.${name}`, Array.isArray(value) ? field : name),
        )
      : [];
  return [{ path, field, value }, ...below];
}

describe('the form of a rule', () => {
  it.each([
    ['permit.fire-watch', 'required', 'value', ['required', 'occupier-may', 'occupier-agrees']],
    ['permit.measures', [{ placeKinds: ['height'] }], 'value.0.placeKinds', ['height', 'crowded']],
    ['permit.level-of-place', { crowded: 'first' }, 'value.crowded', ['first']],
    ['permit.place-kinds', [{ code: 'height', zh: '高处', en: 'At height' }], 'value.0.zh', null],
    ['permit.small-firm', { people: 10, confirmedWithinDays: 90 }, 'value.people', null],
    ['no.such-rule', 'x', 'value', null],
  ])('%s: %j offers at %s what the platform takes', (rule, value, path, offered) =>
    expect(choicesAt(rule, value, path, words)).toEqual(offered),
  );

  it('offers nothing while the kinds of places are not there: the field is then free text', () =>
    expect(
      choicesAt('permit.measures', [{ placeKinds: [] }], 'value.0.placeKinds', { levels: [], placeKinds: [] }),
    ).toBe(null));
});

const PLACE_KINDS = seededVersions
  .filter(({ key }) => key === 'permit.place-kinds')
  .flatMap(({ value }) => (value as readonly { code: string }[]).map(({ code }) => code));
const hasWord = (key: string): boolean => (i18n.global.te as (key: string) => boolean)(key);

describe('codes of rules', () => {
  beforeAll(() => void Object.assign(globalThis, { document: { documentElement: { lang: '' } } }));

  it.each(LANGUAGES)('have a word in the form: %s', async (language) => {
    await needWords('ui', 'rules/desk', 'rules/desk/values');
    await changeLanguage(language);
    const wordless = seededVersions.flatMap(({ key, value }) =>
      partsOf(value).flatMap(({ path, field }) =>
        (choicesAt(key, value, path, { levels: [], placeKinds: [] }) ?? [])
          .filter((code) => !wordKeysOf(code, field).some(hasWord))
          .map((code) => `${key}, ${field}: ${code}`),
      ),
    );
    expect([...new Set(wordless)]).toEqual([]);
  });

  it.each(LANGUAGES)('and their fields: %s', async (language) => {
    await needWords('ui', 'rules/desk', 'rules/desk/values');
    await changeLanguage(language);
    const named = (field: string): boolean =>
      [`rules.field.${field}`, ...wordKeysOf(field)].some(hasWord) || PLACE_KINDS.includes(field);
    const bringsWords = (value: unknown): boolean => typeof value === 'object' && value !== null && 'zh' in value;
    const wordless = seededVersions.flatMap(({ key, value }) =>
      partsOf(value)
        .filter((part) => part.field !== '' && part.path.endsWith(`.${part.field}`) && !bringsWords(part.value))
        .filter(({ field }) => !named(field))
        .map(({ field }) => `${key}: ${field}`),
    );
    expect([...new Set(wordless)]).toEqual([]);
  });
});
