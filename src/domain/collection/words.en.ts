import type { CollectionWords } from './words.zh';

export const collectionWords: CollectionWords = {
  kind: { machine: 'Machine', welder: 'Welder', enterprise: 'Enterprise' },
  state: { done: 'Registered', 'number-owed': 'Document number to be typed' },
  nameplate: { photo: 'Nameplate photographed', 'none-legible': 'No legible nameplate' },
  reason: {
    code: 'same code',
    serial: 'same serial number',
    'serial-alike': 'similar serial number',
    model: 'nameplates agree',
    owner: 'same owner',
    place: 'close by',
    identity: 'same identity number',
    uscc: 'same credit code',
    phone: 'same phone',
    name: 'same name',
  },
};
