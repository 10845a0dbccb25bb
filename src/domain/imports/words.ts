import type { Language } from '../../kernel/language';
import { importWords as en } from './words.en';
import { importWords as zh, type ImportWords } from './words.zh';

export const IMPORT_WORDS: Readonly<Record<Language, ImportWords>> = { 'zh-CN': zh, en };
