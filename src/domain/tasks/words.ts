import type { Language } from '../../kernel/language';
import type { QualityKind } from '../data-quality/quality-kinds';
import { QUALITY_WORDS } from '../data-quality/words';
import type { ViolationKind } from '../violations/violation-kinds';
import { VIOLATION_WORDS } from '../violations/words';
import type { TipKind } from '../tips/tip-kinds';
import { TIP_WORDS } from '../tips/words';
import type { TaskKind } from './task-kinds';
import { taskTitles as titlesEn } from './titles.en';
import { taskTitles as titlesZh } from './titles.zh';

export const TASK_TITLES: Readonly<Record<Language, Readonly<Record<TaskKind, string>>>> = {
  'zh-CN': titlesZh,
  en: titlesEn,
};

/** What fills a title; `violation`, `quality` and `tip` are kinds, and are called as they are elsewhere. A parameter that is not known is left out with its comma. */
export type TaskParams = Readonly<Record<string, string | null>>;

export function taskTitle(kind: TaskKind, params: TaskParams, language: Language): string {
  const { violation, quality, tip } = params;
  const known: TaskParams = {
    ...params,
    ...(violation != null && { violation: violationName(violation, language) }),
    ...(quality != null && { quality: QUALITY_WORDS[language].kind[quality as QualityKind] }),
    ...(tip != null && { tip: TIP_WORDS[language].kind[tip as TipKind] }),
  };
  return TASK_TITLES[language][kind].replace(/(，|, )?\{(\w+)\}/g, (_, comma: string | undefined, name: string) => {
    const value = known[name];
    return value == null || value === '' ? '' : `${comma ?? ''}${value}`;
  });
}

const violationName = (kind: string, language: Language): string =>
  VIOLATION_WORDS[language].kind[kind as ViolationKind];
