/** Words of a welder's own record. */
const texts = {
  record: {
    title: '我的作业台账',
    sub: '本月 {jobs} 次作业，燃弧 {time}',
    month: '本月',
    year: '今年',
    jobs: '作业次数',
    arc: '燃弧时间',
    refused: '被拦下',
    times: '{n} 次',
    certificates: '我的证书',
    noCertificates: '还没有登记证书，请联系企业安全员或网格员',
    training: '培训有效期至 {date}',
    noTraining: '没有培训记录',
    jobsTitle: '作业记录',
    noJobs: '还没有作业记录',
    more: '再看一页',
    privacy: '只有您本人、您的单位和监管部门能看到这些数据。',
  },
};

export default texts;
