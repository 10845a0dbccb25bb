import { tipWords } from '@domain/tips/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  tips: {
    ...tipWords,
    place: 'Place',
    due: 'Look by',
    outcomeIs: 'Found',
    photos: 'Photos',
  },
};

export default texts;
