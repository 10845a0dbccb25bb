import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  phone: {
    watcher: {
      title: 'Work I watch',
      none: 'No work needs your watch now',
      scanSub: 'Scan a permit to sign on, or a machine for a welder',
    },
    welder: {
      scanSub: 'Scan a machine to see it and start',
      currentJob: 'Job under way',
      permits: 'My permits',
      noPermits: 'No open permits',
      certificates: 'My certificates',
      noCertificates: 'None on record; ask the safety officer or grid worker',
    },
    inspect: {
      visit: 'Begin a visit',
      visitSub: 'A spot check by scanning, in five steps',
      collect: 'Collect on the spot',
      collectSub: 'Machines, welders, enterprises; without network, too',
      scanSub: 'Machines, welders, permits: any code',
      recordSub: 'What, photo, send: three steps',
      search: 'Name, number or permit',
      violations: 'Latest problems',
      noViolations: 'Nothing open in your region',
      live: 'Live',
      notLive: 'Connecting',
      new: 'A new problem came in',
    },
    own: {
      checks: 'Self-checks',
      checksSub: 'Tick, photograph; the principal signs',
      drills: 'Drills',
      drillsSub: 'Record one, see when the next is due',
      report: 'Report a hazard',
      reportSub: 'To your enterprise, without a name if you wish',
    },
    apply: { title: 'Ask for a permit', sub: 'General, building site, chemical plant' },
  },
};

export default texts;
