import { inventoryWords } from '@domain/inventory/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  inventory: {
    title: 'Inventory',
    intro: 'Each number is exact now; choose it to see what it counts. Totals of machines leave out scrapped ones.',
    ...inventoryWords,
    region: 'Region',
    total: 'Total',
    all: 'All',
    own: '{name} (no part of it named)',
    up: 'One level up',
    none: 'Nothing is registered yet',
    noMatch: 'Nothing on record is like that',
    due: 'Within {n} days',
    dueAny: 'Ends',
    find: { machine: 'Beginning of a serial number, or a code', welder: 'Beginning of a name, or a whole number' },
    export: 'Export',
    exportNote: 'At most 20,000 rows',
    backToCounts: 'Counts',
    save: 'Keep this filter',
    saveName: 'Name of the filter',
    saved: 'Kept filters',
    savedNone: 'No filters are kept yet',
    forget: 'Remove the filter “{name}”',
    clear: 'Clear',
    columns: {
      machine: 'Machine',
      serial: 'Serial number',
      enterprise: 'Enterprise',
      welder: 'Welder',
      status: 'State',
    },
  },
};

export default texts;
