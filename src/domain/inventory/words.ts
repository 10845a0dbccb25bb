import type { Language } from '../../kernel/language';
import { inventoryWords as en } from './words.en';
import { inventoryWords as zh, type InventoryWords } from './words.zh';

export const INVENTORY_WORDS: Readonly<Record<Language, InventoryWords>> = { 'zh-CN': zh, en };
