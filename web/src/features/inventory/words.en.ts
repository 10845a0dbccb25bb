import { qualityWords } from '@domain/data-quality/words.en';
import { targetWords } from '@domain/inventory/target-words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  quality: {
    ...qualityWords,
    title: 'Data quality',
    intro:
      'What is missing or doubtful in the register. The name leads to the page that mends it. What cannot be mended is accepted with a reason, and comes back when the facts change.',
    sub: 'What is missing or doubtful in the register, for you to mend',
    none: 'Nothing to mend',
    noneAccepted: 'Nothing was accepted with a reason',
    allKinds: 'All',
    open: 'To mend',
    acceptedOnes: 'Accepted',
    finding: 'Finding',
    name: 'Name',
    owner: 'Enterprise or person',
    place: 'Region',
    how: 'What to do',
    accept: 'Accept with a reason',
    acceptShort: 'Accept',
    acceptHow: 'It is not shown any more; the reason and your name are kept. It comes back when the facts change.',
    accepted: 'Accepted',
    reason: 'Reason: {reason} ({name})',
    go: 'Mend it',
    more: 'Show more',
    total: 'Total',
    up: 'One level up',
    ownRegion: '{name} (at no lower level)',
    whole: 'All',
  },
  targets: {
    ...targetWords,
    title: 'Targets',
    none: 'No targets yet',
    set: 'Set a target',
    end: 'End',
    region: 'Region',
    person: 'Person (optional)',
    personHow: 'With a person only what they collect from today counts.',
    kindTitle: 'What is counted',
    goal: 'Goal',
    dueOn: 'Last day',
    progress: '{now} of {goal}',
    until: 'until {date}',
    behind: 'behind by {n}',
    perDay: '{n} a day still',
    days: 'At the end of each of the last 14 days',
    day: '{day}: {n}',
  },
};

export default texts;
