import type { Parameters } from './list-reach';

/** One way of finding what somebody typed: where to look first, and what must hold besides. */
export interface SearchPath {
  readonly from: string;
  readonly key: string;
  readonly conditions: readonly string[];
}

const everything = (conditions: readonly string[] = []): SearchPath => ({ from: 'permits p', key: 'p.id', conditions });

/** As the table `permit_place_words` holds them: each two neighbouring signs, in lower case, without spaces. */
export function wordsOf(text: string): string[] {
  const signs = [...folded(text)];
  return [...new Set(signs.slice(0, -1).map((sign, i) => `${sign}${signs[i + 1]}`))];
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, '');

/** Numbers begin with what was typed; names of places hold it. Without a text there is one way: all of them. */
export function searchPaths(text: string | undefined, params: Parameters): SearchPath[] {
  const asked = text?.trim() ?? '';
  if (asked === '') return [everything()];
  return [byNumber(asked, params), ...byPlace(asked, params)];
}

/** A range, because `like` would not use the index under row level security; U+FFFF is above every sign of a number. */
function byNumber(text: string, params: Parameters): SearchPath {
  const from = params.add(text.toUpperCase());
  const to = params.add(`${text.toUpperCase()}\uffff`);
  return everything([`p.number collate "C" >= ${from}`, `p.number collate "C" < ${to}`]);
}

/** The words find the candidates; that they stand side by side in the name is checked on each. */
function byPlace(text: string, params: Parameters): SearchPath[] {
  const [first, ...others] = wordsOf(text).map((word) => params.add(word));
  if (first === undefined) return [];
  const has = (word: string): string =>
    `exists (select 1 from permit_place_words o where o.word = ${word} and o.permit_id = p.id)`;
  return [
    {
      from: 'permit_place_words w join permits p on p.id = w.permit_id',
      key: 'w.permit_id',
      conditions: [
        `w.word = ${first}`,
        ...others.map(has),
        `position(${params.add(folded(text))} in lower(regexp_replace(p.place_name, '\\s+', '', 'g'))) > 0`,
      ],
    },
  ];
}
