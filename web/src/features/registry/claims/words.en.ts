import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  claims: {
    title: 'Employment to confirm',
    intro:
      'An enterprise registered a welder who is known already. Once confirmed, the welder works there from now on, and the earlier employment ends.',
    none: 'No employment waits for you now',
    sentence: '{enterprise} says that {name} works there',
    selfEmployed: 'Self-employed (no enterprise)',
    confirm: 'Works there',
    refuse: 'Not true',
    refuseTitle: 'Why is it not true?',
  },
  employers: {
    title: 'My employers',
    waiting: '{n} enterprise(s) say that you work there: answer them',
    none: 'You have no employer now (self-employed).',
    noWelder: 'Your account belongs to no welder, so it has no employer.',
    since: 'Since {date}',
    leave: 'I do not work here any more',
    how: 'After this, permits of this enterprise give you no power. Your certificates and your work record stay.',
    permits: 'Permits that name you and are not over ({n}):',
    reason: 'Why you left',
    example: 'For example: the contract ended',
    confirm: 'I have left {name}',
    left: 'Noted: you do not work at {name} any more.',
    former: 'Earlier employers',
  },
};

export default texts;
