import en from 'element-plus/es/locale/lang/en';
import zh from 'element-plus/es/locale/lang/zh-cn';
import type { Language } from '@kernel/language';

/** What Element Plus itself says: in calendars, pickers and empty tables. */
export const ELEMENT_WORDS: Readonly<Record<Language, typeof zh>> = { 'zh-CN': zh, en };
