import { tipWords } from '@domain/tips/words.zh';

/** What both faces say of tips. */
const texts = {
  tips: {
    ...tipWords,
    place: '地点',
    due: '核查期限',
    outcomeIs: '核查结果',
    photos: '照片',
  },
};

export default texts;
