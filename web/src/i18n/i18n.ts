import { createI18n, type I18n } from 'vue-i18n';
import { chosenLanguage, rememberLanguage, type Language } from './language';

type Part =
  | 'common'
  | 'phone'
  | 'permits'
  | 'permit-desk'
  | 'console'
  | 'rules'
  | 'photos'
  | 'workshops'
  | 'cases'
  | 'pin'
  | 'outages'
  | 'account';
type Texts = Record<string, unknown>;

const LOADERS: Record<Language, Record<Part, () => Promise<{ default: Texts }>>> = {
  'zh-CN': {
    common: () => import('./zh/common'),
    phone: () => import('./zh/phone'),
    permits: () => import('./zh/permits'),
    'permit-desk': () => import('./zh/permit-desk'),
    console: () => import('./zh/console'),
    rules: () => import('./zh/rules'),
    photos: () => import('./zh/photos'),
    workshops: () => import('./zh/workshops'),
    cases: () => import('./zh/cases'),
    pin: () => import('./zh/pin'),
    outages: () => import('./zh/outages'),
    account: () => import('./zh/account'),
  },
  en: {
    common: () => import('./en/common'),
    phone: () => import('./en/phone'),
    permits: () => import('./en/permits'),
    'permit-desk': () => import('./en/permit-desk'),
    console: () => import('./en/console'),
    rules: () => import('./en/rules'),
    photos: () => import('./en/photos'),
    workshops: () => import('./en/workshops'),
    cases: () => import('./en/cases'),
    pin: () => import('./en/pin'),
    outages: () => import('./en/outages'),
    account: () => import('./en/account'),
  },
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

const wanted = new Set<Part>();

/** Loads parts of the texts in the current language; a phone never downloads the console's words. */
export async function needTexts(...parts: Part[]): Promise<void> {
  for (const part of parts) wanted.add(part);
  await Promise.all(parts.map((part) => load(i18n.global.locale.value as Language, part)));
}

export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([...wanted].map((part) => load(language, part)));
  i18n.global.locale.value = language;
  rememberLanguage(language);
  document.documentElement.lang = language;
}

const loaded = new Set<string>();

async function load(language: Language, part: Part): Promise<void> {
  const name = `${language} ${part}`;
  if (loaded.has(name)) return;
  const texts = (await LOADERS[language][part]()).default;
  i18n.global.mergeLocaleMessage(language, texts);
  loaded.add(name);
}
