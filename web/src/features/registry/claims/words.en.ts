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
};

export default texts;
