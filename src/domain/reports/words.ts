import type { Language } from '../../kernel/language';
import { reportWords as en } from './words.en';
import { reportWords as zh, type ReportWords } from './words.zh';

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { 'zh-CN': zh, en };
