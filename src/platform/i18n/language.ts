import { languageOfTag, LANGUAGES, type Language } from '../../kernel/language';

interface Preference {
  readonly language: Language | undefined;
  readonly quality: number;
}

/** The language of an `Accept-Language` header (RFC 9110, 12.5.4); Chinese unless another is wanted more. */
export function languageOf(header: string | undefined): Language {
  const [wanted] = (header ?? '')
    .split(',')
    .map(preference)
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted?.language ?? LANGUAGES[0];
}

function preference(part: string): Preference {
  const [tag = '', ...params] = part.trim().split(';');
  const q = params.map((p) => p.trim().toLowerCase()).find((p) => p.startsWith('q='));
  return { language: languageOfTag(tag), quality: q ? Number(q.slice(2)) || 0 : 1 };
}
