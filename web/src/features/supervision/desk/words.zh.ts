/** Words of the desk pages of cases. */
const texts = {
  console: {
    violations: {
      grade: '性质',
      kind: '问题',
      source: '来源',
      found: '发现时间',
      due: '整改期限',
      none: '没有问题记录',
      times: '发生次数',
      description: '说明',
      basis: '法律依据',
      evidence: '证据',
      escalated: '已逐级上报',
      level: { grid: '网格', town: '乡镇（街道）', county: '县（区）' },
      photos: '照片',
    },
  },
};

export default texts;
