import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  permits: {
    mine: 'Only what concerns me',
    find: 'Number or place',
    export: 'Export',
    metres: '{n} m',
    onDay: '{day} (click to clear)',
    columnEmpty: 'None',
    view: { board: 'Board', list: 'List', calendar: 'Calendar', map: 'Map' },
    column: {
      prepare: 'Drafts, returned',
      sign: 'Being signed',
      issue: 'To be issued',
      ready: 'To be started',
      work: 'Work going on',
      watch: 'Fire watch',
    },
    calendar: { before: 'Month before', after: 'Month after', today: 'This month', count: 'all {n}' },
    map: {
      stopped: 'Suspended',
      none: 'No open permit in this part',
      truncated: 'Too many to show all; please zoom in',
    },
    activity: {
      intro:
        'Once discharges, cleaning, painting or opening hours are declared here, hot work near them is warned or stopped.',
      add: 'Declare an activity',
      none: 'No activity was declared',
      kind: 'Activity',
      point: 'Where (click on the map)',
      radius: 'Reach',
      radiusFrom: 'How far it reaches from there (metres)',
      starts: 'Starts',
      ends: 'Ends',
      onlyDaily: 'Only at a certain time of each day (opening hours)',
      daily: 'daily {from} to {to}',
      running: 'Valid',
      over: 'Over',
      withdrawn: 'Withdrawn',
      withdraw: 'Withdraw',
    },
  },
  console: {
    map: { active: 'Working', problem: 'Suspended, violation', none: 'No permits or violations to show now' },
  },
};

export default texts;
