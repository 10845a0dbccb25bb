import { contractWords } from '@domain/contracts/words.zh';

/** What is said of contracts between enterprises, wherever a contractor is shown. */
const texts = {
  contracts: {
    ...contractWords,
    ofContractor: '{name}：{standing}',
  },
};

export default texts;
