import { taskWords } from '@domain/tasks/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  today: {
    title: 'Today',
    intro: 'What waits for you, the most urgent first. Choose a line to go where it is done.',
    none: 'Nothing waits for you now',
    kind: taskWords.kind,
    urgency: taskWords.urgency,
    all: 'All',
    count: '{n}',
    countMore: 'more than {n}',
    overdue: '{n} overdue',
    due: 'due {date}',
    what: 'What',
    kindTitle: 'Kind',
    dueTitle: 'Due',
    place: 'Region',
    showAll: 'Show all {n}',
    showFew: 'Show fewer',
    open: 'Open',
  },
};

export default texts;
