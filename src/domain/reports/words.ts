import type { Language } from '../../kernel/language';
import { reportPhrases as phrasesEn } from './phrases.en';
import { reportPhrases as phrasesZh, type ReportPhrases } from './phrases.zh';
import { reportWords as en } from './words.en';
import { reportWords as zh, type ReportWords } from './words.zh';

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { 'zh-CN': zh, en };
export const REPORT_PHRASES: Readonly<Record<Language, ReportPhrases>> = { 'zh-CN': phrasesZh, en: phrasesEn };
