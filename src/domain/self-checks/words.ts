import type { Language } from '../../kernel/language';
import { selfCheckWords as en } from './words.en';
import { selfCheckWords as zh, type SelfCheckWords } from './words.zh';

export const SELF_CHECK_WORDS: Readonly<Record<Language, SelfCheckWords>> = { 'zh-CN': zh, en };
