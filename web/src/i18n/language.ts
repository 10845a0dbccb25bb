export type Language = 'zh-CN' | 'en';

const KEY = 'hanan.language';

/** Chinese unless the person chose otherwise on this device, or the browser asks for another language than Chinese. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem(KEY);
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
}
