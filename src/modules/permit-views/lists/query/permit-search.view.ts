import type { Tx } from '../../../../platform/database/unit-of-work';
import type { Parameters } from './list-reach.view';

/** One way of finding permits: from where their ids come, the newest first, and what must hold besides. */
export interface SearchPath {
  readonly tables: string;
  readonly key: string;
  readonly conditions: readonly string[];
}

const all = (conditions: readonly string[] = []): SearchPath => ({ tables: 'permits p', key: 'p.id', conditions });

/** As the table `permit_place_words` holds them: each two neighbouring signs, in lower case, without spaces. */
export function wordsOf(text: string): string[] {
  const signs = [...folded(text)];
  return [...new Set(signs.slice(0, -1).map((sign, i) => `${sign}${signs[i + 1]}`))];
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** A word is rare if its newest places reach far back in time; counting all its places would take longer than the search. */
const SAMPLE = 100;
/** Of a longer text its beginning tells enough. */
const MOST_WORDS = 8;
/** So many of the rarest words together leave few places that do not hold the text. */
const JOINED = 3;

/** The words of a text that the fewest places hold, the rarest first; none where some word is in no place at all. */
export async function rarestWords(tx: Tx, words: readonly string[]): Promise<string[]> {
  const rows = await tx.prepared<{ word: string; places: number }>(
    `select w.word, (select count(*)::int from (select 1 from permit_place_words x where x.word = w.word limit ${SAMPLE}) few) as places
     from unnest($1::text[]) w(word)
     order by (select x.permit_id from permit_place_words x where x.word = w.word order by x.permit_id desc offset ${SAMPLE - 1} limit 1) nulls first,
       places`,
    [words.slice(0, MOST_WORDS)],
  );
  return rows.some(({ places }) => places === 0) ? [] : rows.slice(0, JOINED).map(({ word }) => word);
}

export interface Search {
  /** What somebody typed. */
  readonly text: string;
  /** The rarest word, if too many permits are in reach and places must be found by their words. */
  readonly words: readonly string[];
  readonly wide: boolean;
}

/** Numbers begin with what was typed; names of places hold it. Without a text there is one way: all of them. */
export function searchPaths(search: Search | null, params: Parameters): SearchPath[] {
  if (search === null) return [all()];
  const { text, words, wide } = search;
  if (!wide) return [byNumber(text, params), all([holds(text, params)])];
  return [byNumber(text, params), ...(words.length === 0 ? [] : [byWords(words, text, params)])];
}

/** A range, because `like` would not use the index under row level security; U+FFFF is above every sign of a number. */
function byNumber(text: string, params: Parameters): SearchPath {
  const from = params.add(text.toUpperCase());
  const to = params.add(`${text.toUpperCase()}\uffff`);
  return all([`p.number collate "C" >= ${from}`, `p.number collate "C" < ${to}`]);
}

/** The places that hold all of these words, newest first; `offset 0` keeps the database from joining the other way round and sorting. */
function byWords(words: readonly string[], text: string, params: Parameters): SearchPath {
  const others = words
    .slice(1)
    .map((_, i) => ` join permit_place_words w${i + 1} on w${i + 1}.permit_id = w0.permit_id`);
  return {
    tables: `permit_place_words w0${others.join('')} cross join lateral (select * from permits where permits.id = w0.permit_id offset 0) p`,
    key: 'w0.permit_id',
    conditions: [...words.map((word, i) => `w${i}.word = ${params.add(word)}`), holds(text, params)],
  };
}

/** Nothing typed has a meaning of its own here, as `%` would have in `like`. */
const holds = (text: string, params: Parameters): string =>
  `position(${params.add(folded(text))} in lower(regexp_replace(p.place_name, '\\s+', '', 'g'))) > 0`;
