import type { Language } from '../../kernel/language';
import { inspectionWords as en } from './words.en';
import { inspectionWords as zh, type InspectionWords } from './words.zh';

export const INSPECTION_WORDS: Readonly<Record<Language, InspectionWords>> = { 'zh-CN': zh, en };
