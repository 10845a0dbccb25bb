import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  firm: {
    own: 'Our enterprise: {name}',
    file: 'File of {name}',
    intro: 'The enterprise on one page: what waits, what expires, its figures, and its file for an inspection.',
    waits: 'What waits',
    noneWaits: 'Nothing waits',
    allTasks: 'All tasks',
    expires: 'What expires',
    figures: 'Figures',
    certificatesEnding: 'Certificates that end within 90 days or have ended',
    checksEnding: 'Safety checks due within 90 days or past',
    trainingEnding: 'Training that ends within 90 days or has ended',
    drillDueOn: 'Next drill by',
    agreementsMissing: 'Contracts without a valid safety agreement',
    selfChecksDue: 'Self-checks due',
    selfChecksOverdue: 'Self-checks overdue',
    welders: 'Welders (of contractors: {n})',
    machines: 'Machines (of contractors: {n})',
    permitsOpen: 'Open permits',
    casesOpen: 'Open problems (overdue: {n})',
    reportsOpen: 'Internal reports to answer',
    monthJobs: 'Jobs of 30 days',
    monthArc: 'Arc time of 30 days',
    monthRefused: 'Refused in 30 days',
    never: 'None on record',
    ledger: 'File for an inspection',
    ledgerHow:
      'Choose the period, and one click makes it: licences, machines and chips, certificates, permits with their signatures, self-checks, drills, training, repairs, contractors. Without dates: the last year.',
    pdf: 'Make the PDF',
    zip: 'Download with photos',
    period: 'Period',
  },
};

export default texts;
