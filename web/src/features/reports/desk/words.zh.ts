import { explanations } from '@domain/reports/explained.zh';
import { reportPhrases } from '@domain/reports/phrases.zh';
import { reportWords } from '@domain/reports/words.zh';

/** Words of the weekly and monthly report. */
const texts = {
  reports: {
    ...reportWords,
    ...reportPhrases,
    about: explanations,
    title: '周调度与月总结',
    choose: { weekly: '周调度', monthly: '月总结' },
    previous: '上一期',
    next: '下一期',
    file: { pdf: '下载 PDF', xlsx: '下载表格', docx: '下载 Word', png: '长图' },
    handIn: '定稿',
    handInSure: '定稿后这一期的数字不再改变，以后补录的数据不会改动它。确定定稿吗？',
    notHandedIn: '还没有定稿，数字按现有数据计算。',
    onOverview: '总览上的数字',
    aboutAll: '一天从北京时间零点算起，一周从周一到周日。定稿后的数字不再改变；没有定稿的按现有数据计算。',
    span: '比较哪一期',
    inHours: '{n} 小时',
    none: '—',
  },
};

export default texts;
