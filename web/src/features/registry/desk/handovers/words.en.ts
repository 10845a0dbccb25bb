import { handoverWords } from '@domain/registry/handover-words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  handovers: {
    ...handoverWords,
    intro:
      'Machines that your enterprise sold, rented out, lent or received. During a lease or loan the user answers for the use, the owner for the condition.',
    none: 'Nothing was sold, rented out or lent yet',
    all: 'All',
    waiting: 'To confirm',
    overdueOnes: 'Not returned',
    machine: 'Machine',
    from: 'From',
    to: 'To',
    days: 'Days',
    span: '{from} to {until}',
    since: 'from {from}',
    overdue: 'Not returned',
    sticker: 'The sticker went along',
    noSticker: 'The sticker did not go along',
    offer: 'Sell, rent out, lend',
    offerHow: 'It counts once the receiver has confirmed. Who is not registered yet registers first.',
    kindTitle: 'How',
    receiver: 'Receiver',
    receiverHow: 'The unified social credit code, or the code on a welder’s card.',
    untilOn: 'Last day',
    stickerTick: 'The machine’s code is intact and goes along',
    note: 'Note',
    history: 'Sold, rented out, lent',
    refuseHow: 'The giver reads the reason.',
  },
};

export default texts;
