import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    skip: 'Skip to content',
    ownPassword: 'Change password',
    phonePages: 'Phone pages: scan',
    menu: {
      title: 'Main menu',
      today: 'Today',
      overview: 'Overview',
      map: 'Map',
      permits: 'Permits',
      jobs: 'Jobs',
      help: 'Duty desk',
      photos: 'Photos to check',
      violations: 'Violations',
      inspections: 'Inspections',
      draws: 'Draws by lot',
      tips: 'Tip desk',
      tipRewards: 'Tip rewards',
      inventory: 'Inventory',
      machines: 'Machines',
      welders: 'Welders',
      enterprises: 'Enterprises',
      collections: 'Who collected what',
      codeRolls: 'Blank codes',
      sites: 'Sites',
      areas: 'Fixed places',
      watchers: 'Watcher training',
      training: 'Training',
      chips: 'Chips',
      fitting: 'Fitting chips',
      users: 'Users',
      registrations: 'Registrations',
      approvals: 'For my signature',
      activities: 'Nearby activities',
      imports: 'Import lists',
      outages: 'Outages and paper',
      delegations: 'Deputies',
      rules: 'Rules',
    },
  },
};

export default texts;
