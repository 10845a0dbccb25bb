/** Words of the desk pages of cases. */
const texts = {
  console: {
    violations: {
      grade: '性质',
      kind: '问题',
      found: '发现时间',
      due: '整改期限',
      none: '没有问题记录',
    },
  },
};

export default texts;
