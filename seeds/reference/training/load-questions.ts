import { gasQuestions } from './gas-questions';
import { hotWorkQuestions } from './hot-work-questions';
import { lawQuestions } from './law-questions';
import { protectionQuestions } from './protection-questions';
import type { SeedQuestion } from './question';

/** A connection of `pg`, as far as it is needed here. */
interface Queries {
  query(sql: string, params: unknown[]): Promise<unknown>;
}

/** The bank that a platform begins with. */
export const QUESTIONS: readonly SeedQuestion[] = [
  ...hotWorkQuestions,
  ...gasQuestions,
  ...protectionQuestions,
  ...lawQuestions,
];

const LETTERS = 'ABCDEFGH';

const rowOf = ({ id, topic, kind, text, options, correct, explanation, source }: SeedQuestion) => ({
  ...{ id, topic, kind, source, region_code: '', created_at: '2026-01-01T00:00:00Z' },
  ...{ text_zh: text[0], text_en: text[1], explanation_zh: explanation[0], explanation_en: explanation[1] },
  options: options.map(([zh, en], i) => ({ key: LETTERS.charAt(i), zh, en })),
  correct: [...correct],
});

/** Adds the questions that are missing. One that was retired stays retired. */
export async function loadQuestions(client: Queries): Promise<void> {
  await client.query(
    `insert into training_questions (id, region_code, topic, kind, text_zh, text_en, options, correct, explanation_zh, explanation_en,
       source, created_at)
     select id, region_code, topic, kind, text_zh, text_en, options, correct, explanation_zh, explanation_en, source, created_at
     from jsonb_populate_recordset(null::training_questions, $1::jsonb) on conflict (id) do nothing`,
    [JSON.stringify(QUESTIONS.map(rowOf))],
  );
}
