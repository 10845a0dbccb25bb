import { reportWords } from '@domain/reports/words.zh';

/** Words of the weekly and monthly report. */
const texts = {
  reports: {
    ...reportWords,
    title: '周调度与月总结',
    choose: { weekly: '周调度', monthly: '月总结' },
    previous: '上一期',
    next: '下一期',
    file: { pdf: '下载 PDF', xlsx: '下载表格', docx: '下载 Word' },
    handIn: '定稿',
    handInSure: '定稿后这一期的数字不再改变，以后补录的数据不会改动它。确定定稿吗？',
    notHandedIn: '还没有定稿，数字按现有数据计算。',
    explain: '数字是怎么算的',
    none: '—',
  },
};

export default texts;
