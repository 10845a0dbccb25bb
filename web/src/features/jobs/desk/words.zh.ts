/** Words of the desk page of jobs. */
const texts = {
  console: {
    jobs: {
      none: '没有作业记录',
      start: '申请时间',
      order: '处置',
      stop: '叫停',
      confirmStop: '确认叫停',
      liftStop: '解除',
      standing: {
        provisional: '待监管部门确认',
        confirmed: '叫停已确认',
        lifted: '叫停已解除',
        lapsed: '逾期未确认，已失效',
      },
      stopTitle: '叫停作业',
      stopHow: '设备将立即断电，焊工和企业会看到叫停原因。',
    },
  },
};

export default texts;
