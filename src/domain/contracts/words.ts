import type { Language } from '../../kernel/language';
import { contractWords as en } from './words.en';
import { contractWords as zh, type ContractWords } from './words.zh';

export const CONTRACT_WORDS: Readonly<Record<Language, ContractWords>> = { 'zh-CN': zh, en };
