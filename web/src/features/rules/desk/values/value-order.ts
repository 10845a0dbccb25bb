/** What a person asks first comes first; the database keeps no order of its own. */
const ORDER = [
  'step', 'titleZh', 'zh', 'titleEn', 'en', 'roles', 'quorum', 'of', 'siteVisit', 'with', 'distanceM', 'severity', 'level', 'lel', 'base', 'from', 'to',
  'placeKinds', 'openAir', 'law', 'penaltyZh', 'penaltyEn', 'certainty', 'source', 'code',
]; // prettier-ignore
const rank = (field: string): number => (ORDER.includes(field) ? ORDER.indexOf(field) : ORDER.length);

export const inOrder = (value: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
