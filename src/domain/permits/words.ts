import { namedText, wordIn, type Language, type NamedText } from '../../kernel/language';
import { gasRule } from './gas-limits';
import type { Regime } from './permit';
import type { GasLimits } from './permit-rule-values';
import { formWords as formEn } from './form-words.en';
import { formWords as formZh, type FormWords } from './form-words.zh';
import { permitWords as en } from './words.en';
import { permitWords as zh, type PermitWords } from './words.zh';

export const PERMIT_WORDS: Readonly<Record<Language, PermitWords>> = { 'zh-CN': zh, en };
export const FORM_WORDS: Readonly<Record<Language, FormWords>> = { 'zh-CN': formZh, en: formEn };

/** An administrator's own level is shown as its code. */
export function levelName(regime: Regime, level: string, language: Language): string {
  const words: Readonly<Record<string, string>> = PERMIT_WORDS[language].level[regime];
  return words[level] ?? level;
}

/** What raised a level, as it was stored. */
export function circumstanceName(code: string, language: Language): string {
  const words: Readonly<Record<string, string>> = PERMIT_WORDS[language].circumstance;
  return words[code] ?? code;
}

/** The rules name a gas; oxygen and what a meter does not tell apart have words of the platform. */
export function gasName(gas: string, limits: GasLimits, language: Language): string {
  const rule = gasRule(gas, limits);
  if (rule) return wordIn(rule, language);
  const words: Readonly<Record<string, string>> = FORM_WORDS[language].gas;
  return words[gas] ?? gas;
}

/** The regime for a sentence that is written later. */
export const regimeNames = (regime: Regime): NamedText<'regime'> =>
  namedText('regime', (language) => PERMIT_WORDS[language].regime[regime]);
