/**
 * The languages (locales) of the platform, for i18n and localization; 语言、多语言、翻译、国际化. The first is for people who ask
 * for none of them.
 * To add one, with its translation: docs/change.md, 7.
 */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `zh` of `zh-CN`: how a browser or a header may ask for a language, with any region. */
const primary = (tag: string): string => /^[a-z]+\b/i.exec(tag)?.[0].toLowerCase() ?? '';

/** The language that a tag asks for; undefined: the platform does not speak it. */
export const languageOfTag = (tag: string): Language | undefined =>
  LANGUAGES.find((one) => primary(one) === primary(tag));

/** Under which key a text holds the words of a language; the end of a longer name is capitalised: `titleZh`. */
const KEYS = { 'zh-CN': 'zh', en: 'en' } as const satisfies Readonly<Record<Language, string>>;
type Key = (typeof KEYS)[Language];

/** Words in every language. A language that is added does not compile before each text has it. */
export type Text = Readonly<Record<Key, string>>;

/** Words as a rule stored them. A language that was added since is missing. */
export type StoredText = Pick<Text, 'zh'> & Partial<Text>;

/** The words of a text, in Chinese where the language is missing. */
export const wordIn = (text: StoredText, language: Language): string => text[KEYS[language]] || text.zh;

type NamedKey<N extends string, K extends Key> = `${N}${Capitalize<K>}`;

/** Words in every language as fields of a longer record: `titleZh`, `titleEn`. */
export type NamedText<N extends string> = { readonly [K in Key as NamedKey<N, K>]: string };

export type StoredNamedText<N extends string> = { readonly [K in NamedKey<N, 'zh'>]: string } & {
  readonly [K in Key as NamedKey<N, K>]?: string;
};

const ENDINGS: { readonly [L in Language]: Capitalize<(typeof KEYS)[L]> } = { 'zh-CN': 'Zh', en: 'En' };

const keyOf = (name: string, language: Language): string => name + ENDINGS[language];

/** The fields of a text: `zh`, `en`; under a longer name `titleZh`, `titleEn`. */
export const fieldsOf = (name = ''): string[] =>
  LANGUAGES.map((language) => (name === '' ? KEYS[language] : keyOf(name, language)));

/** `regime` of `regimeZh`; a field of no language keeps its name. */
export function nameOfField(field: string): string {
  const ending = Object.values(ENDINGS).find((one) => field.endsWith(one));
  return ending === undefined ? field : field.slice(0, -ending.length);
}

/** What fills a sentence that is written later, in whichever language: `{regimeZh}` in Chinese, `{regimeEn}` in English. */
export const namedText = <N extends string>(name: N, wordsIn: (language: Language) => string): NamedText<N> =>
  Object.fromEntries(LANGUAGES.map((language) => [keyOf(name, language), wordsIn(language)])) as NamedText<N>;

/** As `wordIn`, of words that are fields of a longer record. */
export function namedWordIn<N extends string>(record: StoredNamedText<N>, name: N, language: Language): string {
  const words: Readonly<Record<string, unknown>> = record;
  return String(words[keyOf(name, language)] || words[keyOf(name, 'zh-CN')]);
}

const COMMA: Readonly<Record<Language, string>> = { 'zh-CN': '、', en: ', ' };
const OR: Readonly<Record<Language, string>> = { 'zh-CN': '或', en: ' or ' };

/** One beside the other, as a sentence lists them. */
export const listed = (words: readonly string[], language: Language): string => words.join(COMMA[language]);

/** Any of them. */
export const eitherOf = (words: readonly string[], language: Language): string => words.join(OR[language]);

/** A word that begins a label, in the middle of a sentence: no capital, but for TIG and its like. */
export const inSentence = (word: string): string =>
  /^\p{Lu}\p{Ll}/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;
