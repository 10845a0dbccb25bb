import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  record: {
    title: 'My work record',
    sub: 'jobs this month: {jobs}, arc {time}',
    month: 'This month',
    year: 'This year',
    jobs: 'Jobs',
    arc: 'Time of arc',
    refused: 'Refused',
    times: '{n}',
    certificates: 'My certificates',
    noCertificates: 'None on record; ask the safety officer or grid worker',
    training: 'Training holds until {date}',
    noTraining: 'No training on record',
    jobsTitle: 'Jobs',
    noJobs: 'No jobs yet',
    more: 'Show more',
    privacy: 'Only you, your employer and the authority see this.',
  },
};

export default texts;
