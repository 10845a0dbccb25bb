import { familyNameOnly } from '../../../domain/registry/family-name';
import type { Language } from '../../../kernel/language';

const MASTER: Readonly<Record<Language, (family: string) => string>> = {
  'zh-CN': (family) => `${family}师傅`,
  en: (family) => `Welder ${family}`,
};

/** `王建国` → `王师傅`: how one speaks to a welder whom one does not know. */
export function maskedWelder(name: string, language: Language): string {
  const family = familyNameOnly(name).replaceAll('*', '');
  return MASTER[language](family);
}
