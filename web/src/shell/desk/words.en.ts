import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    skip: 'Skip to content',
    ownPassword: 'Change password',
    phonePages: 'Phone pages: scan',
    menu: {
      title: 'Main menu',
      overview: 'Overview',
      map: 'Map',
      permits: 'Permits',
      jobs: 'Jobs',
      photos: 'Photos to check',
      violations: 'Violations',
      machines: 'Machines',
      welders: 'Welders',
      enterprises: 'Enterprises',
      sites: 'Sites',
      areas: 'Fixed places',
      watchers: 'Watcher training',
      chips: 'Chips',
      users: 'Users',
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
