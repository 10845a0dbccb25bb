import type { StoredText } from '../../kernel/language';
import type { ViolationKind } from '../violations/violation-kinds';
import { hasRole } from '../people/roles';

/** One line of the list (rule data): what is looked at, and as what it is recorded where it is not in order. */
export interface CheckItem extends StoredText {
  readonly code: string;
  readonly kind: ViolationKind;
}

export const CHECK_ANSWERS = ['yes', 'no', 'not-applicable'] as const;
export type CheckAnswer = (typeof CHECK_ANSWERS)[number];

export const SELF_CHECK_STATES = ['due', 'overdue', 'signed'] as const;
export type SelfCheckState = (typeof SELF_CHECK_STATES)[number];

export interface GivenAnswer {
  readonly code: string;
  readonly answer: CheckAnswer;
  /** What is wrong. */
  readonly note: string | null;
}

export type SelfCheckFault =
  'self-check.item-unknown' | 'self-check.item-open' | 'self-check.note-missing' | 'self-check.principal-signs';

/** Fault of answers as they are typed; some may still be missing. `code`: the item to blame. */
export function faultOfAnswers(
  items: readonly CheckItem[],
  answers: readonly GivenAnswer[],
): { readonly fault: SelfCheckFault; readonly code: string } | null {
  for (const { code, answer, note } of answers) {
    if (!items.some((item) => item.code === code)) return { fault: 'self-check.item-unknown', code };
    if (answer === 'no' && !note) return { fault: 'self-check.note-missing', code };
  }
  return null;
}

/** Before a signature every item has an answer. */
export function faultOfSigning(
  items: readonly CheckItem[],
  answers: readonly GivenAnswer[],
): { readonly fault: SelfCheckFault; readonly code: string } | null {
  const wrong = faultOfAnswers(items, answers);
  if (wrong) return wrong;
  const open = items.find(({ code }) => !answers.some((one) => one.code === code));
  return open ? { fault: 'self-check.item-open', code: open.code } : null;
}

/** 主要负责人带队: the head signs. A manager signs only where the firm has no head. */
export const maySignSelfCheck = (who: { readonly roles: readonly string[] }, firmHasHead: boolean): boolean =>
  hasRole(who, 'enterprise-head') || (hasRole(who, 'enterprise-manager') && !firmHasHead);

/** What becomes a hazard (隐患) of the firm. */
export const failuresOf = <T extends GivenAnswer>(
  items: readonly CheckItem[],
  answers: readonly T[],
): { readonly item: CheckItem; readonly answer: T }[] =>
  items.flatMap((item) => {
    const answer = answers.find((one) => one.code === item.code && one.answer === 'no');
    return answer ? [{ item, answer }] : [];
  });

/** `today` and `dueOn` are days in China; the due day itself is still in time. */
export const stateOfSelfCheck = (signed: boolean, dueOn: string, today: string): SelfCheckState => {
  if (signed) return 'signed';
  return dueOn < today ? 'overdue' : 'due';
};
