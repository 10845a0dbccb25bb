import type { Language } from '../../kernel/language';
import { exchangeWords as en } from './words.en';
import { exchangeWords as zh, type ExchangeWords } from './words.zh';

export const EXCHANGE_WORDS: Readonly<Record<Language, ExchangeWords>> = { 'zh-CN': zh, en };
