import { eitherOf, inSentence, namedText, type Language, type NamedText } from '../../kernel/language';
import { isRole } from './roles';
import { peopleWords as en } from './words.en';
import { peopleWords as zh, type PeopleWords } from './words.zh';

const PEOPLE_WORDS: Readonly<Record<Language, PeopleWords>> = { 'zh-CN': zh, en };

/** A role that is known no more is shown as its code. */
export const roleName = (role: string, language: Language): string =>
  isRole(role) ? PEOPLE_WORDS[language].role[role] : role;

/** The duties that a seat of a chain asks for, any of them, in the middle of a sentence. */
export const roleNames = (roles: readonly string[]): NamedText<'roles'> =>
  namedText('roles', (language) => {
    const names = roles.map((role) => inSentence(roleName(role, language)));
    return eitherOf(names, language);
  });
