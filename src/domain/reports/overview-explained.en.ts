import type { OverviewNumbers } from './overview-explained.zh';

export const overviewNumbers: OverviewNumbers = {
  running: {
    name: 'Running now',
    counts: 'Jobs with power that have not ended.',
    source: 'Jobs (jobs), at this moment.',
    leftOut: 'Jobs scanned but without power yet; arcs off platform.',
  },
  jobsToday: {
    name: 'Jobs today',
    counts: 'Jobs started since midnight in China.',
    source: 'Jobs (jobs), summed by day; as the report’s jobs.',
    leftOut: 'Jobs that never got power.',
  },
  refusedToday: {
    name: 'Refused today',
    counts: 'Scans to start that were refused today.',
    source: 'Decisions (decisions), summed by day; as the report’s scans refused.',
    leftOut: 'A look ahead.',
  },
  offPlatform: {
    name: 'Off platform today',
    counts: 'Work off platform found today.',
    source: 'Cases (violations), summed by day; as the report’s work off platform.',
    leftOut: 'Cases withdrawn after a check.',
  },
  open: {
    name: 'Open cases',
    counts: 'Cases that are not closed.',
    source: 'Cases (violations), at this moment.',
    leftOut: 'Cases withdrawn.',
  },
  permits: {
    name: 'Permits not ended',
    counts: 'Permits by state.',
    source: 'Permits (permits), at this moment.',
    leftOut: 'Permits closed, cancelled or expired.',
  },
  chipsNow: {
    name: 'Chips',
    counts: 'Chips on a machine, those heard of lately, those that fell silent during a job.',
    source: 'Bindings and last messages of chips; counted once a minute for regions, with the time shown.',
    leftOut: 'Chips on no machine.',
  },
  honest: {
    name: 'Honest people refused',
    counts:
      'The share of scans today that met somebody with certificate and permit, refused by network, position or a machine in use.',
    source: 'The reasons in decisions (decisions); out of these and the scans allowed.',
    leftOut: 'Refusals with any other reason.',
  },
  coverage: {
    name: 'Coverage by town',
    counts: 'The share of machines with a chip and of welders with a verified certificate.',
    source: 'Running sums of the registers of machines and welders.',
    leftOut:
      'Scrapped machines; second entries of a person. Code-only gas sets count in the whole, so it may be below the report’s share.',
  },
  trend: {
    name: 'The last 14 days',
    counts: 'Jobs, refusals and findings of each day.',
    source: 'Jobs, decisions and cases, summed by day in China; data that comes late goes to its own day.',
    leftOut: 'Jobs without power, looks ahead, cases withdrawn.',
  },
};
