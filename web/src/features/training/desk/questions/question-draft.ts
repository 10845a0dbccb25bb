import type { QuestionKind } from '@domain/training/questions';
import type { TrainingTopic } from '@domain/training/topics';
import type { Schemas } from '@/api/client';

interface OptionDraft {
  zh: string;
  en: string;
  right: boolean;
}

const KEYS = 'ABCDEFGH';
const FEWEST_OPTIONS = 3;
export const MOST_OPTIONS = KEYS.length;
export const keyAt = (n: number): string => KEYS[n] ?? '';
export const emptyOption = (): OptionDraft => ({ zh: '', en: '', right: false });

/** A question as it is typed. English may be left out: the Chinese stands in its place. */
export const emptyQuestion = () => ({
  topic: 'hot-work' as TrainingTopic,
  kind: 'single' as QuestionKind,
  ...{ textZh: '', textEn: '', explanationZh: '', explanationEn: '', source: '' },
  options: [emptyOption(), emptyOption(), emptyOption()],
  /** Of a statement that is true or false. */
  isTrue: true,
});

export type QuestionDraft = ReturnType<typeof emptyQuestion>;

const TRUE_FALSE = [
  { key: 'A', zh: '正确', en: 'True' },
  { key: 'B', zh: '错误', en: 'False' },
];
const LEAST_SIGNS = 4;

/** Options that are left empty are not asked. */
const given = (draft: QuestionDraft): OptionDraft[] => draft.options.filter(({ zh }) => zh.trim() !== '');

export function isComplete(draft: QuestionDraft): boolean {
  const { kind, textZh, explanationZh, source } = draft;
  const told = textZh.trim().length >= LEAST_SIGNS && explanationZh.trim().length > 1 && source.trim().length > 1;
  const right = given(draft).filter((one) => one.right).length;
  if (kind === 'true-false') return told;
  return told && given(draft).length >= FEWEST_OPTIONS && (kind === 'multiple' ? right >= 2 : right === 1);
}

export function requestOf(draft: QuestionDraft): Schemas['WriteQuestionRequest'] {
  const { topic, kind, isTrue } = draft;
  const both = (zh: string, en: string): [string, string] => [zh.trim(), en.trim() || zh.trim()];
  const [textZh, textEn] = both(draft.textZh, draft.textEn);
  const [explanationZh, explanationEn] = both(draft.explanationZh, draft.explanationEn);
  const written = given(draft).map(({ zh, en, right }, n) => {
    const [inChinese, inEnglish] = both(zh, en);
    return { option: { key: keyAt(n), zh: inChinese, en: inEnglish }, right };
  });
  const trueFalse = kind === 'true-false';
  return {
    ...{ topic, kind, textZh, textEn, explanationZh, explanationEn, source: draft.source.trim() },
    options: trueFalse ? TRUE_FALSE : written.map(({ option }) => option),
    correct: trueFalse ? [isTrue ? 'A' : 'B'] : written.flatMap(({ option, right }) => (right ? [option.key] : [])),
  };
}
