import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  webhooks: {
    title: 'Webhooks',
    intro:
      'Events of this region are sent to these systems: signed, in order for each thing, and tried again for four days.',
    none: 'No address yet',
    add: 'Add an address',
    how: 'The other side checks signatures with the secret. It is shown this once: store it there now.',
    secret: 'Secret of the signatures, shown this once:',
    url: 'Address',
    types: 'Types of events',
    typesHint: '* stands for all; else types with commas, such as violation.raised, permit.changed',
    all: 'All events',
    stopped: 'Stopped',
    silent: 'Does not answer',
    answers: 'Answers',
    paused: '{fault}; next try at {time}',
    see: 'Deliveries',
    stop: 'Stop',
    noDeliveries: 'Nothing was sent yet',
    event: 'Event',
    at: 'Time',
    tried: 'Tried {n} times: {fault}',
    next: 'Next try at {time}',
    state: { queued: 'Waits', failed: 'Waits for another try', sent: 'Arrived', dead: 'Given up' },
  },
};

export default texts;
