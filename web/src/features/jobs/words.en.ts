import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  photos: {
    title: 'Photos to check',
    intro:
      'Compare the photo of the work with that of the certificate. Where it shows another person, work stops at once and an alert is raised.',
    mine: 'Waiting for me',
    all: 'All',
    none: 'No photo has needed a check yet',
    noneMine: 'No photo waits for you now',
    waiting: 'Photos that wait for you: {n}',
    look: 'Check',
    see: 'View',
    back: 'Back to the photos',
    what: 'Photo',
    kind: {
      signboard: 'Signboard',
      starter: 'Welder, when started for',
      welder: 'Welder at the start',
      both: 'Welder beside the signboard',
      again: 'Welder during the work',
    },
    certificate: 'Certificate photo',
    noCertificate: 'The certificate has no photo. Judge if you know this welder; otherwise tap “Cannot tell”.',
    welder: 'Welder',
    takenBy: 'Taken by',
    place: 'Place',
    permit: 'Permit',
    machine: 'Machine',
    askedAt: 'Taken at',
    person: { ask: 'Does the photo show this welder?', accept: 'Same person', doubt: 'Another person' },
    board: { ask: 'Does the photo show the signboard on site?', accept: 'Yes, on site', doubt: 'No' },
    unclear: 'Cannot tell',
    note: 'Note (optional)',
    sure: 'Are you sure? An alert is raised for the officials.',
    sureStops: 'Are you sure? Power goes at once, the job stops, and an alert is raised.',
    notYours: 'Somebody else checks this photo.',
    passedOn: 'The enterprise could not tell. An official checks it now.',
    passedOnToYou: 'The enterprise could not tell. Please check it.',
    state: { waits: 'To check', late: 'Overdue', passedOn: 'With an official' },
    verdict: { accepted: 'Genuine', doubted: 'Not genuine', unclear: 'Nobody can tell' },
  },
  stopOrder: {
    waiting: 'Stops that wait for the regulator',
    standing: {
      provisional: 'Waiting for the regulator',
      confirmed: 'Stop confirmed',
      lifted: 'Stop lifted',
      lapsed: 'Not confirmed in time, lapsed',
    },
    title: 'Stopped on the spot',
    by: 'Stopped by {name}, {time}',
    due: 'The regulator confirms or lifts it before {time}',
    decided: 'Settled by {name}, {time}',
    confirm: 'Confirm the stop',
    lift: 'Lift the stop',
  },
};

export default texts;
