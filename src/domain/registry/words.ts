import { inSentence, namedText, type Language, type NamedText } from '../../kernel/language';
import type { Process } from './machine';
import { registryWords as en } from './words.en';
import { registryWords as zh, type RegistryWords } from './words.zh';

export const REGISTRY_WORDS: Readonly<Record<Language, RegistryWords>> = { 'zh-CN': zh, en };

/** A process in the middle of a sentence that is written later. */
export const processNames = (process: Process): NamedText<'process'> =>
  namedText('process', (language) => inSentence(REGISTRY_WORDS[language].process[process]));
