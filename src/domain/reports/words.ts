import type { Language } from '../../kernel/language';
import { explanations as explainedEn } from './explained.en';
import { explanations as explainedZh, type Explanations } from './explained.zh';
import { reportPhrases as phrasesEn } from './phrases.en';
import { reportPhrases as phrasesZh, type ReportPhrases } from './phrases.zh';
import { reportWords as en } from './words.en';
import { reportWords as zh, type ReportWords } from './words.zh';

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { 'zh-CN': zh, en };
export const REPORT_PHRASES: Readonly<Record<Language, ReportPhrases>> = { 'zh-CN': phrasesZh, en: phrasesEn };
export const EXPLAINED: Readonly<Record<Language, Explanations>> = { 'zh-CN': explainedZh, en: explainedEn };
