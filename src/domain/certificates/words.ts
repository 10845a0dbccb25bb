import { eitherOf, inSentence, namedText, type Language, type NamedText } from '../../kernel/language';
import type { CertificateKind } from './certificate';
import { certificateWords as en } from './words.en';
import { certificateWords as zh, type CertificateWords } from './words.zh';

export const CERTIFICATE_WORDS: Readonly<Record<Language, CertificateWords>> = { 'zh-CN': zh, en };

/** The kinds by name, any of them, in the middle of a sentence. */
export const kindNames = (kinds: readonly CertificateKind[]): NamedText<'kinds'> =>
  namedText('kinds', (language) => {
    const names = kinds.map((kind) => inSentence(CERTIFICATE_WORDS[language].kind[kind]));
    return eitherOf(names, language);
  });
