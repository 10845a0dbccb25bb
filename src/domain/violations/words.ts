import type { Language } from '../../kernel/language';
import { violationWords as en } from './words.en';
import { violationWords as zh, type ViolationWords } from './words.zh';

export const VIOLATION_WORDS: Readonly<Record<Language, ViolationWords>> = { 'zh-CN': zh, en };
