import { explanations } from '@domain/reports/explained.en';
import { reportPhrases } from '@domain/reports/phrases.en';
import { reportWords } from '@domain/reports/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  reports: {
    ...reportWords,
    ...reportPhrases,
    about: explanations,
    title: 'Weekly and monthly report',
    choose: { weekly: 'By week', monthly: 'By month' },
    previous: 'Earlier',
    next: 'Later',
    file: { pdf: 'PDF', xlsx: 'Spreadsheet', docx: 'Word', png: 'Long picture' },
    handIn: 'Hand in',
    handInSure: 'Its numbers stay from then on: what is entered later does not change them. Hand it in?',
    notHandedIn: 'Not handed in yet; numbers as the data stand now.',
    onOverview: 'Numbers of the overview',
    aboutAll:
      'A day begins at midnight in China, a week on Monday. Numbers of a report that was handed in stay; others follow the data.',
    span: 'Which period',
    inHours: '{n} h',
    none: '—',
  },
};

export default texts;
