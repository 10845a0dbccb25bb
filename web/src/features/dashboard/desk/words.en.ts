import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    overview: {
      running: 'Working now',
      jobsToday: 'Jobs today',
      refusedToday: 'Refused today',
      offPlatform: 'Off platform today',
      open: 'Open violations',
      unit: { jobs: '', scans: '', things: '', running: '' },
      coverage: 'Coverage by town',
      town: 'Town',
      machines: 'Machines',
      chips: 'With chip',
      certificates: 'Certificates verified',
      welders: 'Welders',
      trend: 'Last 14 days',
      trendJobs: 'Jobs',
      trendRefused: 'Refused',
      trendViolations: 'Violations',
      chart: 'Jobs, refusals and violations over the last 14 days',
      live: 'Live',
      liveOn: 'Live',
      liveOff: 'Connecting',
      quiet: 'Nothing new yet',
      reset: 'Disconnected for long; read anew',
      asOf: 'as of {time}',
      permits: 'Open permits',
      chipsNow: 'Chips',
      chipsBound: 'Bound to machines',
      chipsHeard: 'Heard of lately',
      chipsSilent: 'Silent during a job',
      honest: 'Honest people refused',
      honestOf: '{n} of {all} scans today',
      honestAim:
        'Certificate and permit in order, refused for network, position and the like; the aim is at most {aim}.',
      cause: {
        chip_offline: 'Chip offline',
        'machine_in-use': 'Machine in use',
        welder_busy: 'Busy elsewhere',
        'place_outside-site': 'Not at the place',
        'welder_identity-unconfirmed': 'Identity not confirmed',
      },
      nothing: 'No data yet',
      event: {
        violation_raised: 'Violation found',
        violation_changed: 'Violation moved on',
        job_started: 'Work started',
        job_ended: 'Work ended',
        chip_silent: 'Chip silent',
        permit_changed: 'Permit changed',
        machine_changed: 'Machine changed',
      },
    },
    wall: { open: 'Wall view', burning: 'Working now', none: 'No work now', alerts: 'Just found' },
  },
};

export default texts;
