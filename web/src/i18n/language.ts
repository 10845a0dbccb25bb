import { languageOfTag, LANGUAGES, type Language } from '@kernel/language';

const KEY = 'hanan.language';

/** Each language as its speakers write it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { 'zh-CN': '中文', en: 'English' };

/** Chinese unless the person chose otherwise on this device, or the browser asks for another language than Chinese. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  return LANGUAGES.find((one) => one === kept) ?? languageOfTag(navigator.language) ?? LANGUAGES[0];
}

/** What a button offers: the language after this one. */
export const nextLanguage = (language: Language): Language =>
  LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? LANGUAGES[0];

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
