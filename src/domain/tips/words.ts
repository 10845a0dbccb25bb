import type { Language } from '../../kernel/language';
import { tipWords as en } from './words.en';
import { tipWords as zh, type TipWords } from './words.zh';

export const TIP_WORDS: Readonly<Record<Language, TipWords>> = { 'zh-CN': zh, en };
