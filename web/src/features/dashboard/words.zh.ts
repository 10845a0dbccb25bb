import { taskWords } from '@domain/tasks/words.zh';

/** Words of the morning page, at the desk and on the phone. */
const texts = {
  today: {
    title: '今日要办',
    intro: '等您办理的事项，急的在前。点一项就到办理页面。',
    none: '目前没有等您办理的事项',
    kind: taskWords.kind,
    urgency: taskWords.urgency,
    all: '全部',
    count: '{n} 项',
    countMore: '{n} 项以上',
    overdue: '{n} 项逾期',
    due: '{date} 到期',
    what: '事项',
    kindTitle: '类别',
    dueTitle: '期限',
    place: '属地',
    showAll: '显示全部 {n} 项',
    showFew: '收起',
    open: '去办理',
  },
};

export default texts;
