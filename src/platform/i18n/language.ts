import type { Language } from './texts';

interface Preference {
  readonly tag: string;
  readonly quality: number;
}

/** The language of an `Accept-Language` header (RFC 9110, 12.5.4); Chinese unless English is wanted more. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map(preference)
    .filter(({ tag, quality }) => /^(zh|en)\b/.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh-CN';
}

function preference(part: string): Preference {
  const [tag = '', ...params] = part.trim().toLowerCase().split(';');
  const q = params.map((p) => p.trim()).find((p) => p.startsWith('q='));
  return { tag, quality: q ? Number(q.slice(2)) || 0 : 1 };
}
