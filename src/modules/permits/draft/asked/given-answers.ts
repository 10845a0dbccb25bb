import { ValidateBy } from 'class-validator';
import type { LevelAnswer } from '../../../../domain/permits/permit';

export const ANSWERS = ['yes', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

const MOST_ANSWERS = 50;

const isAnswers = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= MOST_ANSWERS &&
  Object.values(value).every((one) => ANSWERS.some((answer) => answer === one));

/** `{question: yes|no}`; a question that is left out is not answered. */
export const IsAnswers = (): PropertyDecorator =>
  ValidateBy({ name: 'isAnswers', validator: { validate: isAnswers, defaultMessage: () => 'yes or no by question' } });

interface Given {
  readonly levelAnswers?: readonly LevelAnswer[];
  readonly answers?: Readonly<Record<string, Answer>>;
}

/** Both ways to answer, each answer once. Who says both yes and no is told so by the rules. */
export function givenAnswers({ levelAnswers = [], answers = {} }: Given): LevelAnswer[] {
  const all = [
    ...levelAnswers.map(({ code, yes }) => ({ code, yes })),
    ...Object.entries(answers).map(([code, answer]) => ({ code, yes: answer === 'yes' })),
  ];
  return all.filter(({ code, yes }, i) => all.findIndex((one) => one.code === code && one.yes === yes) === i);
}
