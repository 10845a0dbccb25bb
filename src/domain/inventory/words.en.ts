import type { InventoryWords } from './words.zh';

export const inventoryWords: InventoryWords = {
  kind: { machine: 'Machines', welder: 'Welders' },
  dimension: {
    status: 'State',
    chip: 'Chip',
    inspection: 'Safety check',
    process: 'Process',
    industry: 'Industry',
    certificate: 'Certificate',
    training: 'Training',
    employment: 'Employment',
  },
  chip: { fitted: 'Fitted', none: 'Not fitted', 'not-needed': 'Not needed' },
  inspection: {
    over: 'Overdue',
    'days-7': 'Within 7 days',
    'days-30': 'In 8 to 30 days',
    'days-90': 'In 31 to 90 days',
    later: 'After 90 days',
    none: 'No date on record',
  },
  certificate: {
    over: 'Expired',
    'days-7': 'Ends within 7 days',
    'days-30': 'Ends in 8 to 30 days',
    'days-90': 'Ends in 31 to 90 days',
    later: 'Holds for more than 90 days',
    unverified: 'Not checked',
    void: 'Revoked or forged',
    none: 'No certificate',
  },
  training: {
    over: 'Lapsed',
    'days-7': 'Ends within 7 days',
    'days-30': 'Ends in 8 to 30 days',
    'days-90': 'Ends in 31 to 90 days',
    later: 'Ends after 90 days',
    none: 'No training on record',
  },
  employment: { employed: 'Employed', self: 'Self-employed' },
};
