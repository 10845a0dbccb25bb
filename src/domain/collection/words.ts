import type { Language } from '../../kernel/language';
import { collectionWords as en } from './words.en';
import { collectionWords as zh, type CollectionWords } from './words.zh';

/** For spreadsheets and answers. */
export const COLLECTION_WORDS: Readonly<Record<Language, CollectionWords>> = { 'zh-CN': zh, en };
