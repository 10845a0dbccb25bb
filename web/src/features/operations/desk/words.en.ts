import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  operations: {
    title: 'Health',
    asOf: 'as of {time}',
    webhook: 'Webhook {id}',
    chain: {
      title: 'Audit chain',
      fits: 'fits the head outside the database',
      differs: 'differs from the head outside the database',
      missing: 'no head on this machine',
      empty: 'nothing recorded yet',
      block: 'Newest block',
      sealedAt: 'Sealed at',
      unsealed: 'Not sealed yet',
      how: 'Only the end is compared here. The whole chain is checked on the server, by the command that verifies it.',
    },
    messages: {
      title: 'Messages',
      waiting: 'Waiting',
      retrying: 'Waiting for another try',
      dead: 'Given up',
      oldest: 'Oldest one due since',
      allAnswer: 'All receivers answer',
      paused: 'did not answer {n} times in a row ({fault}); next try at {time}',
    },
    queues: {
      title: 'Queues',
      consumer: 'Events not taken by {name}',
      queue: 'Queue {name}',
      counts: 'waiting {waiting}, active {active}, failed {failed}',
    },
    chips: {
      title: 'Chips',
      'in-stock': 'In stock',
      heard: 'Heard within 24 hours',
      quiet: 'Not heard for more than 24 hours',
      'never-heard': 'Fitted, never heard',
      blocked: 'Blocked',
    },
    partitions: { title: 'Partitions', days: '{n} days: {from} to {to}' },
    dead: {
      title: 'Messages given up',
      none: 'No message was given up',
      what: 'What',
      channel: 'Channel',
      webhook: 'Webhook',
      fault: 'Why',
      tries: 'tried {n} times',
      at: 'Made at',
      retry: 'Send anew',
    },
  },
  audit: {
    title: 'Audit trail',
    intro:
      'Who did what and when, newest first. Entries are added and never changed; click a person or a thing to see only what is about it.',
    none: 'Nothing like that was recorded',
    person: 'Id of a person',
    kind: 'Kind of thing',
    thing: 'Thing',
    action: 'Action',
    from: 'From',
    to: 'Until',
    at: 'Time',
    who: 'Who',
    before: 'Before',
    after: 'After',
  },
};

export default texts;
