import type { Tx } from '../../../platform/database/unit-of-work';
import type { Parameters } from './list-reach';

/** One way of finding permits: from where their ids come, the newest first, and what must hold besides. */
export interface SearchPath {
  readonly from: string;
  readonly key: string;
  readonly conditions: readonly string[];
}

const all = (conditions: readonly string[] = []): SearchPath => ({ from: 'permits p', key: 'p.id', conditions });

/** As the table `permit_place_words` holds them: each two neighbouring signs, in lower case, without spaces. */
export function wordsOf(text: string): string[] {
  const signs = [...folded(text)];
  return [...new Set(signs.slice(0, -1).map((sign, i) => `${sign}${signs[i + 1]}`))];
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** Beyond this many a word is a common one, whose newest permits are walked through instead of looked at all. */
const COMMON = 2_000;
/** Of a longer text its beginning tells enough. */
const MOST_WORDS = 6;

/** The word of a text that the fewest places hold; null where some word is in none of them. */
export async function rarestWord(tx: Tx, words: readonly string[]): Promise<string | null> {
  const [rarest] = await tx.query<{ word: string; places: number }>(
    `select w.word, (select count(*)::int from (select 1 from permit_place_words x where x.word = w.word limit ${COMMON}) few) as places
     from unnest($1::text[]) w(word) order by places limit 1`,
    [words.slice(0, MOST_WORDS)],
  );
  return rarest && rarest.places > 0 ? rarest.word : null;
}

export interface Search {
  /** What somebody typed. */
  readonly text: string;
  /** Where so many permits are in reach that places must be found by a word. */
  readonly word: string | null;
  readonly wide: boolean;
}

/** Numbers begin with what was typed; names of places hold it. Without a text there is one way: all of them. */
export function searchPaths(search: Search | null, params: Parameters): SearchPath[] {
  if (search === null) return [all()];
  const { text, word, wide } = search;
  if (!wide) return [byNumber(text, params), all([holds(text, params)])];
  return [byNumber(text, params), ...(word === null ? [] : [byWord(word, text, params)])];
}

/** A range, because `like` would not use the index under row level security; U+FFFF is above every sign of a number. */
function byNumber(text: string, params: Parameters): SearchPath {
  const from = params.add(text.toUpperCase());
  const to = params.add(`${text.toUpperCase()}\uffff`);
  return all([`p.number collate "C" >= ${from}`, `p.number collate "C" < ${to}`]);
}

/** The word gives the candidates, newest first; `offset 0` keeps the database from joining the other way round and sorting. */
const byWord = (word: string, text: string, params: Parameters): SearchPath => ({
  from: `permit_place_words w cross join lateral (select * from permits where permits.id = w.permit_id offset 0) p`,
  key: 'w.permit_id',
  conditions: [`w.word = ${params.add(word)}`, holds(text, params)],
});

/** Nothing typed has a meaning of its own here, as `%` would have in `like`. */
const holds = (text: string, params: Parameters): string =>
  `position(${params.add(folded(text))} in lower(regexp_replace(p.place_name, '\\s+', '', 'g'))) > 0`;
