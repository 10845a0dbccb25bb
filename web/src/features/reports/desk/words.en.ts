import { reportWords } from '@domain/reports/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  reports: {
    ...reportWords,
    title: 'Weekly and monthly report',
    choose: { weekly: 'By week', monthly: 'By month' },
    previous: 'Earlier',
    next: 'Later',
    file: { pdf: 'PDF', xlsx: 'Spreadsheet', docx: 'Word' },
    handIn: 'Hand in',
    handInSure: 'Its numbers stay from then on: what is entered later does not change them. Hand it in?',
    notHandedIn: 'Not handed in yet; numbers as the data stand now.',
    explain: 'How the numbers are counted',
    none: '—',
  },
};

export default texts;
