import { createI18n, type I18n } from 'vue-i18n';
import { chosenLanguage, rememberLanguage, type Language } from './language';

/** A folder with `words.zh.ts` and `words.en.ts`: `ui`, `permits`, `permits/desk`. */
export type Words = string;
type Text = Record<string, unknown>;

const FILES: Record<Language, Record<string, () => Promise<Text>>> = {
  'zh-CN': import.meta.glob<Text>('../**/words.zh.ts', { import: 'default' }),
  en: import.meta.glob<Text>('../**/words.en.ts', { import: 'default' }),
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

const wanted = new Set<Words>();

/** Loads words in the current language; a phone never downloads the desk's. */
export async function needWords(...words: readonly Words[]): Promise<void> {
  for (const one of words) wanted.add(one);
  await Promise.all(words.map((one) => load(i18n.global.locale.value as Language, one)));
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
  const file = language === 'en' ? 'words.en.ts' : 'words.zh.ts';
  const found = FILES[language][`../features/${words}/${file}`] ?? FILES[language][`../${words}/${file}`];
  if (!found) throw new Error(`no words are kept in ${words}`);
  i18n.global.mergeLocaleMessage(language, await found());
  loaded.add(name);
}
