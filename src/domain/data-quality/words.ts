import type { Language } from '../../kernel/language';
import { qualityWords as en } from './words.en';
import { qualityWords as zh, type QualityWords } from './words.zh';

export const QUALITY_WORDS: Readonly<Record<Language, QualityWords>> = { 'zh-CN': zh, en };
