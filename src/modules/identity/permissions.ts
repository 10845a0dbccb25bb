import {
  AUTHORITY,
  hasRole,
  LEADERS,
  OFFICIALS as SUPERVISING,
  ROLES,
  SEATS,
  withoutAdmin,
  type Role,
} from '../../domain/people/roles';

const OFFICIALS = withoutAdmin(SUPERVISING);
const ON_SITE: readonly Role[] = ['fire-watcher', 'welder'];
const EVERYONE = withoutAdmin(ROLES);

/**
 * The role × permission table: denied unless named here. `admin` holds every permission and is not repeated.
 * Which rows a holder reaches is decided by scope (row level security), who may act on one permit by the permit's rules.
 */
export const PERMISSIONS = {
  'self.read': EVERYONE,
  'self.write': EVERYONE,
  'user.write': [],
  // which roles, and where, is a rule: domain/people/giving-roles
  'user.invite': [...withoutAdmin(AUTHORITY), ...LEADERS],
  // whose account, is a rule, too: an enterprise its people, a regulator those below
  'user.manage': [...withoutAdmin(AUTHORITY), ...LEADERS],
  // 岗位人员身份确认: before it no signature for an enterprise counts
  'user.confirm': ['regulator'],
  // 重置两步验证: the administrator's alone, for it opens an account
  'user.reset-second-factor': [],
  'user.read': ['regulator', ...SEATS],
  'region.read': EVERYONE,
  // 区域边界: what maps show below everything; each within the own region
  'region.draw': ['regulator'],
  // 网格: the authority draws them and names the people; who looks after a place may be known
  'grid.read': [...OFFICIALS, 'grid-worker', 'technician', ...SEATS],
  'grid.write': ['regulator'],
  'rule.read': [...OFFICIALS, ...SEATS],
  'rule.write': [],
  // stricter values for the own region; the administrator writes any
  'rule.tighten': ['regulator'],
  'period.write': ['regulator'],
  'mode.write': ['regulator'],
  // 自助登记: whoever sees to the place confirms who registered
  'registration.read': [...OFFICIALS, 'grid-worker'],
  'registration.settle': ['regulator', 'grid-worker'],
  'registration.hand-over': [...OFFICIALS, 'grid-worker'],
  'enterprise.write': ['regulator', 'grid-worker'],
  // facts that ease a duty are an official's: an enterprise's own word would be a way around
  'enterprise.confirm': OFFICIALS,
  'enterprise.read': [...OFFICIALS, 'grid-worker', 'technician', 'trainer', ...SEATS],
  'welder.write': ['regulator', 'grid-worker', 'enterprise-manager', 'safety-officer'],
  'welder.read': [...OFFICIALS, 'grid-worker', 'trainer', ...SEATS, ...ON_SITE],
  'welder.reveal': OFFICIALS,
  // 暂停作业资格: the authority’s; which commands are open is the suspension’s to say
  'welder.suspend': ['regulator'],
  'suspension.command': ['regulator', 'welder'],
  // 雇佣关系确认: who may read a known person says whether that person changed employer
  'employment.settle': [...OFFICIALS, 'enterprise-manager', 'safety-officer', 'welder'],
  // 解除雇佣: the welder, who leads the enterprise, an official; whose is a rule: domain/registry/end-employment
  'employment.end': [...OFFICIALS, ...LEADERS, 'welder'],
  // 在岗说明: work that the platform does not see
  'recency.declare': ['regulator', 'enterprise-manager', 'safety-officer', 'welder'],
  'certificate.write': ['regulator', 'grid-worker', 'enterprise-manager', 'safety-officer', 'welder'],
  'certificate.verify': ['regulator', 'inspector'],
  // 官网查询: whoever stands before the welder looks the card up; whether that verifies it is a rule
  'certificate.look-up': [...OFFICIALS, 'grid-worker'],
  // 扫电子证: a claim that anybody on the spot may hand in for those they see
  'certificate.scan': [...OFFICIALS, 'grid-worker', ...SEATS, ...ON_SITE],
  'machine.write': ['regulator', 'grid-worker', 'technician', 'enterprise-manager'],
  'machine.read': [...OFFICIALS, 'grid-worker', 'technician', ...SEATS, ...ON_SITE],
  // 销售, 出租, 出借: the owner says so, the receiver confirms; whose it is, is the handover's to say
  'machine.hand-over': ['enterprise-manager', 'enterprise-head'],
  'machine.receive': ['enterprise-manager', 'enterprise-head', 'welder'],
  'machine.bind': ['technician'],
  // which kinds of lists: domain/imports/who-may-import.ts
  'import.write': ['regulator', 'enterprise-manager'],
  'chip.import': [],
  // 启动序号复位: the technician stands at the chip
  'chip.reset': ['technician'],
  'chip.read': [...OFFICIALS, 'technician'],
  // lost or stolen: whoever is told of it first takes the power away; giving it back is the authority's
  'chip.block': ['regulator', 'technician'],
  'chip.unblock': ['regulator'],
  // 更换密钥: who answers for the chips of a region
  'chip.rotate': ['regulator'],
  'chip.configure': ['regulator', 'technician'],
  'fitting.plan': ['regulator', 'technician'],
  'code.print': ['regulator', 'grid-worker', 'technician', 'enterprise-manager', 'safety-officer'],
  // 空码卷: the county hands them out; whoever lost one says so at once
  'code-roll.read': ['regulator', 'grid-worker', 'technician', 'enterprise-manager'],
  'code-roll.issue': ['regulator'],
  'code-roll.void': ['regulator', 'grid-worker', 'technician', 'enterprise-manager'],
  // more of a scanned code than a passer-by may see, and the search by name, number or code
  'code.inspect': [...OFFICIALS, 'grid-worker'],
  // 现场采集: on the spot, by who goes there anyway
  'collection.write': ['regulator', 'inspector', 'grid-worker', 'technician'],
  'collection.read': [...OFFICIALS, 'grid-worker', 'technician'],
  'area.write': ['regulator'],
  'area.bind': ['regulator', 'safety-officer'],
  'area.read': [...OFFICIALS, ...SEATS],
  // 固定作业点: a self-employed welder or a repair shop asks, grid worker and county confirm
  'workshop.ask': ['welder', 'enterprise-manager', 'enterprise-head'],
  'workshop.read': [...OFFICIALS, 'grid-worker', 'welder', 'enterprise-manager', 'enterprise-head'],
  'workshop.confirm': ['regulator', 'grid-worker'],
  // 外包、租赁、劳务: either side enters the contract and hands in its safety agreement
  'contract.read': [...OFFICIALS, 'grid-worker', ...SEATS],
  'contract.write': SEATS,
  // 迎检台账: an enterprise its own, officials those of their region
  'ledger.read': [...OFFICIALS, 'grid-worker', ...SEATS],
  'permit.write': [...SEATS, ...ON_SITE],
  'site.write': [...OFFICIALS, 'grid-worker', ...SEATS],
  'site.read': [...OFFICIALS, 'grid-worker', ...SEATS, ...ON_SITE],
  // an official confirms and answers for it by name; a grid worker only enters what is then confirmed
  'site.confirm': OFFICIALS,
  'permit.read': [...OFFICIALS, 'grid-worker', ...SEATS, ...ON_SITE],
  // the grid worker signs small jobs on the spot
  'permit.command': ['regulator', 'grid-worker', ...SEATS, ...ON_SITE],
  // whom a form can name, of one's own employer: any member may fill it in
  'colleague.read': ['regulator', ...SEATS, ...ON_SITE],
  // 监护人培训合格证
  'watcher.read': [...OFFICIALS, ...SEATS],
  'watcher.certify': SEATS,
  'watcher.revoke': OFFICIALS,
  // 平台中断: numbered paper issued ahead, entered afterwards by who worked or answers for it
  'outage.write': ['regulator'],
  'outage.read': [...OFFICIALS, 'grid-worker', ...SEATS, ...ON_SITE],
  'paper.issue': ['regulator'],
  'paper.print': ['regulator', 'grid-worker', ...SEATS],
  'paper.enter': ['safety-officer', 'welder'],
  'paper.read': [...OFFICIALS, 'grid-worker', ...SEATS, ...ON_SITE],
  'job.start': ['welder', 'fire-watcher', 'safety-officer'],
  'job.read': [...OFFICIALS, ...SEATS, ...ON_SITE],
  'job.finish': ['welder', 'fire-watcher', 'safety-officer'],
  // 求助: whoever may scan asks, the duty desk helps; which commands are open is the ticket's to say
  'help.ask': ['welder', 'fire-watcher', 'safety-officer'],
  'help.read': [...OFFICIALS, 'technician', 'safety-officer', ...ON_SITE],
  'help.command': [...OFFICIALS, 'technician', 'safety-officer', ...ON_SITE],
  // who answers its phone is known to all; only who keeps the roster reads it whole
  'duty.read': [...OFFICIALS, 'technician'],
  'duty.write': ['regulator'],
  'photo-check.read': [...OFFICIALS, 'grid-worker', ...SEATS],
  'photo-check.decide': [...OFFICIALS, 'grid-worker', 'safety-officer', 'enterprise-head'],
  // an inspector's stop is confirmed or lifted by the regulator
  'job.stop': ['regulator', 'inspector'],
  'job.stop-decide': ['regulator'],
  // a welder sees and puts right what was given to them (scope), nothing else
  'violation.read': [...OFFICIALS, 'grid-worker', ...SEATS, 'welder'],
  'violation.write': ['inspector', 'regulator', 'grid-worker'],
  'violation.command': [...OFFICIALS, 'grid-worker', 'enterprise-manager', 'safety-officer', 'welder'],
  // 屡犯、一案双查、只检查不处理: who found, who approved, who acted
  'oversight.read': OFFICIALS,
  // 函告、约谈、通报、曝光: in the name of an office
  'case-document.write': ['regulator'],
  // 请假代办: one's own leave; the regulator enters anybody's
  'leave.write': ['regulator', 'inspector', 'grid-worker'],
  // 判定复演: why power was given or refused, whole; a person on site reads its explanation on the spot
  'decision.replay': [...OFFICIALS, 'technician', ...SEATS],
  // 部门移交: between trades, with a receipt of the other side
  'violation.hand-over': OFFICIALS,
  // 全员培训: officials arrange it, a trainer teaches in the own region, a welder attends and answers for themselves
  'training.write': ['regulator'],
  'training.teach': ['regulator', 'trainer'],
  'training.questions': ['regulator', 'trainer'],
  'training.check': OFFICIALS,
  'training.attend': ['welder'],
  // 实训课: whether somebody is named as instructor is the use case's to say
  'practice.instruct': ['welder'],
  'practice.read': [...OFFICIALS, 'grid-worker', ...SEATS],
  'training.read': [...OFFICIALS, 'grid-worker', 'trainer', ...SEATS, 'welder'],
  'training.coverage': [...OFFICIALS, 'grid-worker', 'trainer', ...SEATS],
  // 企业自查: any seat ticks, the principal signs (domain/self-checks); officials see who has not done it
  'self-check.read': [...OFFICIALS, 'grid-worker', ...SEATS],
  'self-check.write': SEATS,
  'self-check.sign': LEADERS,
  'drill.read': [...OFFICIALS, 'grid-worker', ...SEATS],
  'drill.write': SEATS,
  // 员工内部报告: anybody of the firm reports, its seats answer, a leader decides the reward; the region sees what was left unanswered
  'internal-report.write': [...SEATS, ...ON_SITE],
  'internal-report.read': [...OFFICIALS, 'grid-worker', ...SEATS],
  'internal-report.answer': SEATS,
  'internal-report.decide': LEADERS,
  // 双随机、一公开: the regulator plans and publishes, two officials draw, inspectors go
  'inspection.plan': ['regulator'],
  'inspection.draw': OFFICIALS,
  'inspection.read': OFFICIALS,
  'inspection.visit': OFFICIALS,
  'inspection.publish': ['regulator'],
  // 一键举报: the desk reads what was reported; whoever is sent reads their task; approvers see case and sum
  'tip.desk': ['tip-officer'],
  // the administrator passes here and is stopped by the use case and the database: a tip officer alone
  'tip.identity': ['tip-officer'],
  'tip.check': ['inspector', 'grid-worker'],
  'tip-reward.read': ['tip-officer', 'regulator'],
  'tip-reward.decide': ['regulator'],
  'tip-reward.pay': ['tip-officer', 'regulator'],
  'event.read': EVERYONE,
  'statistics.read': [...OFFICIALS, ...SEATS],
  // 摸清底数: counts and lists of machines and welders, each in their own reach
  'inventory.read': [...OFFICIALS, 'grid-worker', ...SEATS],
  // 周调度、月总结: what a region hands in
  'report.read': OFFICIALS,
  'report.hand-in': ['regulator'],
  // 数据质量: whoever may mend it sees it; an enterprise does not excuse itself
  'quality.read': [...OFFICIALS, 'grid-worker', 'technician', ...SEATS],
  'quality.accept': [...OFFICIALS, 'grid-worker', 'technician'],
  // 目标: set by the authority, read by whoever brings them in
  'target.read': [...OFFICIALS, 'grid-worker', 'technician'],
  'target.write': ['regulator'],
  'file.write': EVERYONE,
  'file.read': EVERYONE,
  'audit.read': ['regulator'],
  'change.read': ['regulator'],
  // 推送: another system of the region hears of its events
  'webhook.read': ['regulator'],
  'webhook.write': ['regulator'],
  // 平台对接: which platform gets what is the administrator's to say, how it stands the region's to see
  'exchange.read': ['regulator'],
  'exchange.write': [],
  // 个人信息注销: what is open stands in the way, and who asked does not decide
  'erasure.decide': ['regulator'],
  // 运行状况: the administrator's
  'operations.read': [],
  'operations.command': [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether any of a person's roles holds a permission. */
export const holds = (roles: readonly string[], permission: Permission): boolean =>
  hasRole({ roles }, 'admin', ...PERMISSIONS[permission]);
