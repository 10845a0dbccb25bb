import { createI18n, type I18n } from 'vue-i18n';
import type { Language } from '@kernel/language';
import { chosenLanguage, rememberLanguage } from './language';

/** A folder with `words.zh.ts` and `words.en.ts`: `ui`, `permits`, `permits/desk`. */
export type Words = string;
type Text = Record<string, unknown>;

interface Kept {
  readonly file: string;
  readonly found: Readonly<Record<string, () => Promise<Text>>>;
}

const KEPT: Readonly<Record<Language, Kept>> = {
  'zh-CN': { file: 'words.zh.ts', found: import.meta.glob<Text>('../**/words.zh.ts', { import: 'default' }) },
  en: { file: 'words.en.ts', found: import.meta.glob<Text>('../**/words.en.ts', { import: 'default' }) },
};

export const i18n: I18n<
  Record<string, never>,
  Record<string, never>,
  Record<string, never>,
  string,
  false
> = createI18n({
  legacy: false,
  locale: chosenLanguage(),
  fallbackLocale: false,
  missingWarn: false,
  messages: {},
});

export const currentLanguage = (): Language => i18n.global.locale.value as Language;

const wanted = new Set<Words>();

/** Loads words in the current language; a phone never downloads the desk's. */
export async function needWords(...words: readonly Words[]): Promise<void> {
  for (const one of words) wanted.add(one);
  await Promise.all(words.map((one) => load(currentLanguage(), one)));
}

export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([...wanted].map((one) => load(language, one)));
  i18n.global.locale.value = language;
  rememberLanguage(language);
  document.documentElement.lang = language;
}

const loaded = new Set<string>();

async function load(language: Language, words: Words): Promise<void> {
  const name = `${language} ${words}`;
  if (loaded.has(name)) return;
  const { file, found } = KEPT[language];
  const read = found[`../features/${words}/${file}`] ?? found[`../${words}/${file}`];
  if (!read) throw new Error(`no words are kept in ${words}`);
  i18n.global.mergeLocaleMessage(language, await read());
  loaded.add(name);
}
