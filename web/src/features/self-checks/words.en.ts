import type { Shape } from '@/i18n/shape';
import { selfCheckWords } from '@domain/self-checks/words.en';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  selfChecks: {
    ...selfCheckWords,
    title: 'Self-checks',
    intro:
      'Once a period, more often in dangerous trades, led and signed by the principal. What is not in order becomes a hazard of the enterprise and is put right.',
    none: 'No self-checks',
    begin: 'Begin this period’s self-check',
    period: 'Period',
    dueOn: 'Due on',
    progress: '{n} of {all} items answered',
    signedOn: 'Signed by {name} on {date}',
    findings: 'Problems (open)',
    cases: 'Problems that became hazards',
    noCases: 'This self-check found no problem',
    what: 'What is wrong',
    photo: 'Take a photo',
    keep: 'Save',
    keptHere: 'There is no network now: it is kept on this device and goes by itself later',
    about: 'Self-check {from} to {to}',
    kept: 'Saved, {n} items answered',
    signHow: 'The principal signs. After that nothing is changed, and what is not in order becomes a hazard.',
    onlyPrincipal: 'When all is answered, the principal signs in and signs.',
    signedName: 'Name of the principal',
    signature: 'Signature of the principal',
    sign: 'Sign and finish',
    fillName: 'Write the name of the principal',
    signFirst: 'Sign first',
    openItems: '{n} items have no answer yet',
    noteFirst: 'Write down what is wrong where an item is not in order',
    done: 'The self-check of this period is done',
    back: 'Back',
  },
};

export default texts;
