import type { Language } from '../../kernel/language';
import { findingWords as en } from './words.en';
import { findingWords as zh, type FindingWords } from './words.zh';

export const FINDING_WORDS: Readonly<Record<Language, FindingWords>> = { 'zh-CN': zh, en };
