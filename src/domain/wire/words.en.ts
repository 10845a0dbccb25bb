import type { WireWords } from './words.zh';

export const wireWords: WireWords = {
  keys: {
    untold: 'The chip does not tell',
    waiting: 'New keys wait for the chip',
    'in-force': 'As the platform has them',
    stranger: 'The chip knows none of our keys and gives no power',
  },
  secret: {
    waiting: 'Waiting for the chip',
    agreed: 'Waiting for the chip to connect with it',
    done: 'Changed',
    refused: 'Not changed',
  },
  settings: {
    factory: 'As delivered',
    waiting: 'Waiting for the chip',
    'in-force': 'In force',
    refused: 'Refused by the chip',
  },
};
