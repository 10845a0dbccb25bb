import type { FormWords } from './form-words.zh';

export const formWords: FormWords = {
  gas: { oxygen: 'Oxygen', combustible: 'Combustible gas (any)' },
  gasPoint: { top: 'Top', middle: 'Middle', bottom: 'Bottom' },
  neighbour: {
    'hot-work': 'Hot work',
    'gas-discharge': 'Flammable gas discharged',
    'liquid-discharge': 'Flammable liquid discharged',
    solvent: 'Cleaning with solvent',
    painting: 'Painting',
    'dust-cleaning': 'Sweeping combustible dust',
    'public-entertainment': 'Public entertainment open',
  },
  specialWork: {
    'confined-space': 'Confined space',
    'blind-plate': 'Blinds',
    height: 'Work at height',
    lifting: 'Lifting',
    'temporary-power': 'Temporary power',
    excavation: 'Excavation',
    'road-closure': 'Road closure',
  },
};
