import type { Language } from '../../kernel/language';
import { ledgerWords as en } from './words.en';
import { ledgerWords as zh, type LedgerWords } from './words.zh';

export const LEDGER_WORDS: Readonly<Record<Language, LedgerWords>> = { 'zh-CN': zh, en };
