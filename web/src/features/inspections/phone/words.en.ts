import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  visit: {
    begin: 'Begin a visit',
    beginHow: 'Scan the code on a machine, or name the place. Drawn and planned visits stand among today’s tasks.',
    scan: 'Scan a code',
    code: 'Code of the machine',
    or: 'Without a code',
    place: 'Place or name of the firm',
    kind: 'What is inspected',
    go: 'Begin',
    nextStep: 'Next: {step}',
    stepHow: {
      look: 'Go through the checklist and take a photo.',
      explain: 'Tell the responsible person what is dangerous, and why.',
      order: 'Say what has to be put right, and by when.',
      sign: 'The responsible person reads it and signs on the screen.',
      accept: 'Once everything found is put right.',
      publish: '',
    },
    note: 'Note',
    signedName: 'Name of the responsible person',
    signature: 'Their signature',
    photo: 'Take a photo',
    answerAll: 'Choose an answer for each item',
    fillName: 'Give the name of the responsible person',
    signFirst: 'The responsible person has to sign',
    take: 'Done: {step}',
    waits: '“{step}” is kept on this phone and goes by itself',
    addFinding: 'Write a finding down',
    findingKind: 'What it is',
    findingNote: 'In words',
    saveFinding: 'Keep this finding',
    findingWaits: 'The finding is kept on this phone and goes by itself',
    unregistered: 'A machine or welder that nobody registered',
    registerMachine: 'Register the machine',
    registerWelder: 'Register the welder',
    done: 'All five steps are done; the result waits to be published',
    waitCases: '{n} findings are not put right yet; it is accepted once they are closed.',
    back: 'Back',
  },
};

export default texts;
