import { collectionWords } from '@domain/collection/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  phone: {
    outbox: {
      title: 'To be sent',
      how: 'This is kept on the phone and goes by itself, in order, when there is network. Only you can see and send it, signed in.',
      offline: 'The platform cannot be reached now. What is kept goes by itself when there is network.',
      none: 'Nothing waits to be sent',
      sendNow: 'Send now',
      waits: 'Waiting',
      refused: 'Not taken',
      typed: 'Typed {time}',
      withPhotos: 'with {n} photos',
      asked: 'Asks you',
      isItThis: 'The platform may have it already. Compare: is it this one?',
      owner: 'Owner or enterprise: {name}',
      distance: 'About {n} m away',
      collectedBy: 'Collected by {name}',
      same: 'It is this one',
      notSame: 'None of them, register another',
      reason: collectionWords.reason,
      change: 'Change and send again',
      again: 'Send again as it is',
      discard: 'Delete',
      discardSure: 'Delete for good',
      kind: {
        record: 'Record',
        'watch-tap': 'Watcher’s presence',
        'gas-test': 'Gas test',
        measures: 'Measures',
        'inspection-step': 'Visit',
        'inspection-finding': 'Finding of a visit',
        help: 'Request for help',
        drill: 'Drill',
        'internal-report': 'Internal report',
        'self-check-answers': 'Answers of a self-check',
        'self-check-sign': 'Signing of a self-check',
        collection: 'Collection',
      },
      waitsHere: '{what} of {time} is kept on this phone and goes when there is network',
      refusedHere: '{what} of {time} was not taken by the platform',
      tapWaits:
        'The platform does not hear you now. It will call the safety officer, and work may stop by itself. Go where there is signal, or phone the safety officer.',
      open: 'See what waits',
    },
  },
};

export default texts;
