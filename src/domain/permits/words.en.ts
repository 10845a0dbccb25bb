import type { PermitWords } from './words.zh';

export const permitWords: PermitWords = {
  state: {
    draft: 'Draft',
    submitted: 'Awaiting approval',
    approved: 'Approved, not yet issued',
    issued: 'Issued, not yet started',
    active: 'Work under way',
    suspended: 'Suspended',
    fire_watch: 'Fire watch',
    closed: 'Closed',
    returned: 'Returned for changes',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
    expired: 'Expired',
  },
  regime: {
    small: 'Small-work declaration',
    general: 'General hot work',
    construction: 'Construction-site hot work',
    chemical: 'Chemical-plant hot work',
  },
  regimeShort: { small: 'Small', general: 'General', construction: 'Construction', chemical: 'Chemical' },
  level: {
    small: { one: 'Small work', raised: 'Raised' },
    general: { ordinary: 'Ordinary', raised: 'Raised' },
    construction: { first: 'First class', second: 'Second class', third: 'Third class' },
    chemical: { special: 'Special class', first: 'First class', second: 'Second class' },
  },
  circumstance: {
    'legal-holiday': 'public holiday',
    'rest-day': 'rest day',
    night: 'night',
    'special-period': 'special period',
    'calendar-unknown': 'no holiday table for that year yet',
    'open-to-public': 'opening hours',
    'level-too-low': 'the permit’s level is too low',
  },
};
