import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  phone: {
    record: {
      title: 'Record a problem',
      what: 'What is wrong?',
      allKinds: 'Show all kinds',
      grade: 'Grade (otherwise that of the kind)',
      sticker: 'Code on the machine’s sticker (an unregistered one too)',
      unknownSticker: 'The platform does not know this code; it is kept as evidence.',
      photo: 'Photo',
      note: 'Note (optional)',
      noPosition: 'No position; please write the place in the note',
      send: 'Send',
      done: 'Recorded',
      saved: 'Kept with it: {what}.',
      part: { time: 'time', place: 'place', picture: 'photo' },
      kept: 'Kept on this phone',
      keptSentence: 'There is no network. It goes by itself later, with the time and place of now.',
      offlineToo: 'Works without network: kept on the phone first, sent by itself later.',
      another: 'Record another',
      back: 'Back',
    },
  },
};

export default texts;
