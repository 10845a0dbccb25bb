/** Words of self-checks at the desk. */
const texts = {
  selfCheckDesk: {
    figures: '一年来的自查',
    town: '乡镇',
    signed: '已自查',
    late: '其中逾期完成',
    due: '待自查',
    overdue: '逾期未自查',
    findings: '发现问题',
    enterprise: '企业',
  },
};

export default texts;
