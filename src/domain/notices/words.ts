import type { Language } from '../../kernel/language';
import { inSentence } from '../../kernel/language';
import { shownTime } from '../../kernel/shown-time';
import { CERTIFICATE_WORDS } from '../certificates/words';
import type { CertificateKind } from '../certificates/certificate';
import type { PermitState } from '../permits/permit';
import { PERMIT_WORDS } from '../permits/words';
import { VIOLATION_WORDS } from '../violations/words';
import type { Grade, ViolationKind } from '../violations/violation-kinds';
import type { NoticeKind } from './notice-kinds';
import { noticeSentences as sentencesEn } from './sentences.en';
import { noticeSentences as sentencesZh } from './sentences.zh';
import { noticeWords as en } from './words.en';
import { noticeWords as zh, type NoticeWords } from './words.zh';

export const NOTICE_WORDS: Readonly<Record<Language, NoticeWords>> = { 'zh-CN': zh, en };
export const NOTICE_SENTENCES: Readonly<Record<Language, Readonly<Record<NoticeKind, string>>>> = {
  'zh-CN': sentencesZh,
  en: sentencesEn,
};

/**
 * What fills the sentence of a notice: numbers, days, times and members of vocabularies. There is no field for what a
 * person wrote, so a reason, a tip or a name cannot leave the platform by a notice.
 */
export interface NoticeParams {
  readonly number?: string;
  readonly permitState?: PermitState;
  readonly violation?: ViolationKind;
  readonly grade?: Grade;
  readonly certificate?: CertificateKind;
  /** `YYYY-MM-DD`. */
  readonly day?: string;
  readonly days?: number;
  /** Milliseconds since 1970. */
  readonly until?: number;
}

/** The sentence of a notice in a language. */
export function noticeText(kind: NoticeKind, params: NoticeParams, language: Language): string {
  const words = filled(params, language);
  return NOTICE_SENTENCES[language][kind].replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
}

function filled(params: NoticeParams, language: Language): Readonly<Record<string, string | undefined>> {
  const { number, permitState, violation, grade, certificate, day, days, until } = params;
  return {
    number,
    day,
    days: days === undefined ? undefined : String(days),
    until: until === undefined ? undefined : shownTime(until),
    permitState: permitState && PERMIT_WORDS[language].state[permitState],
    violation: violation && VIOLATION_WORDS[language].kind[violation],
    grade: grade && VIOLATION_WORDS[language].grade[grade],
    certificate: certificate && inSentence(CERTIFICATE_WORDS[language].kind[certificate]),
  };
}
