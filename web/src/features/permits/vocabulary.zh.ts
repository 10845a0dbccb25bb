import type { PermitCommand } from '@domain/permits/permit-life-cycle';

/** What may be done with a permit, as its buttons say it, and what has happened, as its history tells it. */
const vocabulary = {
  command: {
    submit: '提交审批',
    approve: '批准',
    return: '退回修改',
    reject: '不批准',
    issue: '签发',
    measures: '确认安全措施',
    'gas-test': '录入气体检测',
    'fire-watch-on': '监护人到岗',
    'fire-watch-off': '监护人离岗',
    start: '开工',
    suspend: '立即暂停',
    resume: '恢复作业',
    finish: '动火结束',
    close: '确认无残火，关闭',
    cancel: '取消作业票',
    amend: '增补人员或设备',
    'site-visit': '记录现场查看',
    countersign: '补签',
    'work-leader-opinion': '签作业负责人意见',
    briefing: '安全交底签字',
    'briefing-received': '接受交底签字',
    'shift-check': '当班班长验票',
    'watch-tap': '我在现场',
    'substitute-watch': '我来接替监护',
  } satisfies Readonly<Record<PermitCommand, string>>,
  event: {
    create: '新建',
    change: '修改草稿',
    copy: '复制',
    extend: '申请延期',
    expire: '到期',
    'hand-over': '由延期票接续',
    'occupier-confirmation': '现场负责人确认',
    'take-in': '接收企业签发的作业票',
    suspend: '暂停作业',
    'watch-tap': '监护人报到',
    'substitute-watch': '接替监护',
    'tap-missed': '监护人未报到',
    'gas-test-missed': '漏做气体检测',
    remind: '提醒审批人',
  },
};

export default vocabulary;
