import type { Shape } from '@/i18n/shape';
import { contractWords } from '@domain/contracts/words.en';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  contracts: {
    ...contractWords,
    ofContractor: '{name}: {standing}',
  },
};

export default texts;
