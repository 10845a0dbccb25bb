import type { InspectionWords } from './words.zh';

export const inspectionWords: InspectionWords = {
  kind: { 'hot-work': 'Hot work', equipment: 'Machines', premises: 'Premises' },
  source: { planned: 'Planned', drawn: 'Drawn by lot', 'on-spot': 'On the spot' },
  state: {
    planned: 'To be visited',
    looked: 'Looked at',
    explained: 'Explained',
    ordered: 'Put in order',
    signed: 'Signed',
    accepted: 'Accepted',
    published: 'Published',
  },
  step: {
    look: 'Look',
    explain: 'Explain',
    order: 'Give orders',
    sign: 'Sign',
    accept: 'Accept',
    publish: 'Publish the result',
  },
  stratum: { high: 'High risk', ordinary: 'Ordinary', clean: 'Clean record' },
};
