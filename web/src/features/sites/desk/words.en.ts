import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    sites: {
      intro:
        'A site decides which permit its place needs, its kinds and its opening hours. Enterprises enter sites, officials confirm them; a confirmed site binds whoever works there.',
      add: 'Enter a site',
      change: 'Change the site',
      none: 'No sites are entered yet',
      noneToConfirm: 'No sites wait for confirmation',
      all: 'All',
      toConfirm: 'To confirm',
      name: 'Name of the site',
      enterprise: 'Enterprise',
      trade: 'Trade of the site',
      kinds: 'Kinds of place',
      area: 'Area',
      circle: 'Circle',
      outline: 'Outline',
      circleHow: 'Tap the middle on the map, then give the radius.',
      outlineHow: 'Tap the corners along the boundary, at least three.',
      undo: 'Undo a point',
      clear: 'Draw anew',
      corners: '{n} corners',
      radius: 'Radius (m)',
      hours: 'Opening hours, each day',
      hoursOwn: 'Own hours',
      hoursAlways: 'Never closed (hot work still stays out of the rule’s hours)',
      phone: 'Occupier’s mobile phone (gets confirmation codes)',
      phoneKeep: 'Leave empty to keep {phone}',
      confirm: 'Confirm',
      confirmHow: 'Once confirmed it binds everybody who works there.',
      withdraw: 'Withdraw',
      withdrawHow: 'Once withdrawn this site binds nobody any more.',
      changed: 'Its enterprise changed the site since it was confirmed. The change waits.',
      looserHint:
        'Of a confirmed site fewer kinds, a weaker trade, a smaller or moved area and shorter hours are an official’s to change.',
    },
  },
};

export default texts;
