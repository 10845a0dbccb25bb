/** Topics of the chip protocol (docs/chip-protocol.md): `hanan/v1/chips/<chip number>/<up|down>/<name>`. */
const ROOT = 'hanan/v1/chips';

const UP_TOPICS = ['birth', 'samples', 'events', 'replies', 'death'] as const;
export type UpTopic = (typeof UP_TOPICS)[number];

export type DownTopic = 'commands' | 'acks';

/** What a chip publishes to, as far as it is its own; null for anything else. */
export function upTopic(topic: string, chipNo: string): UpTopic | null {
  const prefix = `${ROOT}/${chipNo}/up/`;
  if (!topic.startsWith(prefix)) return null;
  const name = topic.slice(prefix.length);
  return (UP_TOPICS as readonly string[]).includes(name) ? (name as UpTopic) : null;
}

/** The topic on which a chip says something. */
export const upTopicOf = (chipNo: string, name: UpTopic): string => `${ROOT}/${chipNo}/up/${name}`;

export const downTopic = (chipNo: string, name: DownTopic): string => `${ROOT}/${chipNo}/down/${name}`;

/** The filters a chip may subscribe to, each with the topics it covers. */
const FILTERS: Readonly<Record<string, readonly DownTopic[]>> = {
  '#': ['commands', 'acks'],
  '+': ['commands', 'acks'],
  commands: ['commands'],
  acks: ['acks'],
};

/** Which of its own topics a subscription brings a chip; none where the filter reaches beyond them. */
export function subscribedTopics(filter: string, chipNo: string): readonly DownTopic[] {
  const prefix = `${ROOT}/${chipNo}/down/`;
  const rest = filter.startsWith(prefix) ? filter.slice(prefix.length) : '';
  return Object.hasOwn(FILTERS, rest) ? FILTERS[rest]! : [];
}
