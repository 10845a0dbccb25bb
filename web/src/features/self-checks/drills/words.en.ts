import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  drills: {
    title: 'Drills',
    intro:
      'When a drill was held, who took part, photos and shortcomings. The next one is due by rule; who lets it pass is listed for the officials.',
    none: 'No drills',
    record: 'Record a drill',
    recorded: 'Recorded; the next one is due by {date}',
    kind: 'Kind of drill',
    heldOn: 'Held on',
    place: 'Place',
    course: 'How it went',
    headCount: 'People',
    countOf: '{n} people',
    people: 'Who took part',
    peopleHow: 'One name a line, if you like',
    photos: 'Photos (one at least)',
    shortcomings: 'Shortcomings',
    noShortcomings: 'No shortcomings',
    remedies: 'What is done about them',
    next: 'Next one by',
    incomplete: 'Fill in day, place, course and number of people, and take a photo',
    remediesFirst: 'Write down what is done about the shortcomings',
    duties: 'When each enterprise owes its drill',
    onlyOverdue: 'Only overdue',
    last: 'Last drill',
    never: 'None on record',
    overdue: 'Overdue',
    inTime: 'In time',
    enterprise: 'Enterprise',
    due: 'Due by',
    back: 'Back',
  },
};

export default texts;
