import type { PeopleWords } from './words.zh';

export const peopleWords: PeopleWords = {
  role: {
    admin: 'Administrator',
    regulator: 'Regulator',
    inspector: 'Inspector',
    'tip-officer': 'Tip officer',
    'grid-worker': 'Grid worker',
    technician: 'Technician',
    trainer: 'Trainer',
    'enterprise-manager': 'Enterprise manager',
    'safety-officer': 'Safety officer',
    'enterprise-head': 'Head of the enterprise',
    'fire-watcher': 'Fire watcher',
    welder: 'Welder',
  },
  trade: {
    emergency: 'Emergency management',
    fire: 'Fire and rescue',
    housing: 'Housing and construction',
    market: 'Market regulation',
    transport: 'Transport',
    industry: 'Industry',
    commerce: 'Commerce',
    culture: 'Culture and tourism',
    education: 'Education',
    health: 'Health',
    agriculture: 'Agriculture',
    urban: 'Urban management',
  },
  invitationState: { open: 'Open', used: 'Accepted', withdrawn: 'Withdrawn', expired: 'Expired' },
};
