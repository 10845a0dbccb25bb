import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  phone: {
    sites: {
      title: 'Sites near you',
      sub: 'See and enter sites around you, confirm them on the spot',
      noPosition: 'There is no position. Switch it on and tap “Locate again”.',
      none: 'Nobody entered a site within 2 km',
      enter: 'Enter the site here',
      confirm: 'Looked at on the spot: confirm',
      goThere: 'Go to the site to confirm it.',
      officialConfirms: 'Once a regulator or inspector confirms it, the site binds whoever works here.',
      trade: 'Trade',
      kinds: 'Kinds of place',
      hours: 'Opening hours',
      hoursOf: { rule: 'As the rule', own: 'Own', always: 'Always' },
      opens: 'Opens',
      closes: 'Closes',
      enterprise: 'Enterprise',
      enterpriseHint: 'A part of its name',
      name: 'Name of the site',
      radius: 'Circle around where you stand',
      phone: 'Occupier’s phone (may be left out)',
      save: 'Enter',
      near: 'Confirmed sites near you: tap to fill in',
      away: '{n} m',
    },
  },
};

export default texts;
