import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  rules: {
    rollOut: {
      intro: 'Towns go step by step: record, then warn, then enforce. Certificates and permits are always enforced.',
      add: 'Plan a mode',
      none: 'Nothing planned; the default of the country holds',
      topic: 'Topic',
      mode: 'Mode',
      topics: {
        chip: 'Chips',
        training: 'Training',
        inspection: 'Safety checks of machines',
        position: 'Place of work',
        identity: 'Identity',
      },
      means: {
        observe: 'Work may start anyway; it is only recorded.',
        warn: 'Work may start anyway, but welder and enterprise are warned.',
        enforce: 'Work may not start.',
      },
      honest: {
        title: 'Honest people refused, the last 14 days',
        how: 'Starts with certificate and permit in order that network, position, a taken machine and the like kept from power. The aim is 0.5% at most.',
        day: 'Day',
        scans: 'Starts asked for',
        refused: 'Of them, refused',
        cause: {
          chip_offline: 'Chip not connected',
          'machine_in-use': 'Machine taken',
          welder_busy: 'Works elsewhere',
          'place_outside-site': 'Not at the place',
          'welder_identity-unconfirmed': 'Identity not confirmed',
        },
      },
      preview: {
        look: 'Look first whom it stops',
        first: 'It is tried on the scans of the last 7 days; plan it after you have looked.',
        title: 'What it would have done',
        noScans: 'There was no scan here within the last 7 days, so nothing can be foretold.',
        sentence:
          'Of {scans} scans here within the last 7 days, {refused} would be refused ({then} were then); {newly} of them by this alone: certificate and permit were in order.',
        span: 'Scans from {from} to {to}, questions before a start among them.',
        sampled: 'There were more; the newest {n} were tried.',
        cause: 'Reason',
        refused: 'Refused',
        newly: 'By this alone',
        who: 'Who and what it would stop',
        tellHow: '“Remind” sends a text message to whoever can mend it; a phone gets one a day at most.',
        times: '{n} times',
        mends: 'mended by: ',
        mender: {
          person: 'the welder',
          enterprise: 'the enterprise',
          fitter: 'a technician',
          grid: 'the grid worker',
          county: 'the authority',
        },
        tell: 'Remind',
        told: 'reminded {time}',
        reason: 'More than {n}% would be refused by this alone. Say why it must be enforced',
        signs: 'Your reason and account are kept with the plan and in the audit trail.',
        foreseen: 'Foreseen when planned',
        foreseenN: '{newly} of {scans} scans refused by this alone',
        signed: 'Reason: {reason}',
      },
    },
  },
};

export default texts;
