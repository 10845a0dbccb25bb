import type { MachineCode } from '../../domain/standing/machine-standing';
import type { PermitCode } from '../../domain/standing/permit-standing';
import type { WelderCode } from '../../domain/standing/welder-standing';
import type { Text } from '../../kernel/language';
import type { Texts } from '../../platform/i18n/texts';

/** Every way to stand has its sentence. */
type Sentences<Kind extends string, Code extends string> = Texts & Readonly<Record<`standing.${Kind}.${Code}`, Text>>;

/** One sentence for each way a machine can stand. The suffix is the colour where it has words of its own. */
const MACHINE: Sentences<'machine', MachineCode> = {
  'standing.machine.in-order': { zh: '在册可用。', en: 'Registered and in order.' },
  'standing.machine.in-use': { zh: '在册可用，正在作业。', en: 'Registered and in order; in use now.' },
  'standing.machine.inspection-soon': {
    zh: '在册可用，安全检查 {dueOn} 到期，请提前安排。',
    en: 'In order; its safety check is due on {dueOn}.',
  },
  'standing.machine.inspection-overdue': {
    zh: '安全检查已于 {dueOn} 到期，不能作业。',
    en: 'Its safety check was due on {dueOn}: it must not be used.',
  },
  'standing.machine.inspection-overdue.amber': {
    zh: '安全检查已于 {dueOn} 到期，请尽快检查。',
    en: 'Its safety check was due on {dueOn}; have it checked soon.',
  },
  'standing.machine.no-chip': { zh: '没有装监管芯片，不能作业。', en: 'It has no control chip: it must not be used.' },
  'standing.machine.no-chip-claimed': {
    zh: '单位登记为不装芯片的设备，还没有人到现场核对。',
    en: 'Its enterprise registered it as one without chip; nobody has checked that on site.',
  },
  'standing.machine.no-chip.amber': {
    zh: '还没有装监管芯片，请尽快预约安装。',
    en: 'It has no control chip yet; have one fitted soon.',
  },
  'standing.machine.chip-tampered': {
    zh: '监管芯片报警，可能被拆动，不能作业。',
    en: 'Its chip reports tampering: it must not be used.',
  },
  'standing.machine.chip-tampered.amber': {
    zh: '监管芯片报警，可能被拆动，请查看。',
    en: 'Its chip reports tampering; have a look.',
  },
  'standing.machine.repair': { zh: '正在维修，暂时不能作业。', en: 'Under repair: not to be used for now.' },
  'standing.machine.suspended': { zh: '已被停用，不能作业。', en: 'Stopped by the authority: it must not be used.' },
  'standing.machine.lost': { zh: '已挂失，请核实来源。', en: 'Reported lost: find out where it comes from.' },
  'standing.machine.scrapped': { zh: '已报废，不能再用。', en: 'Scrapped: it must not be used any more.' },
};

const WELDER: Sentences<'welder', WelderCode> = {
  'standing.welder.valid': { zh: '操作证有效，至 {validTo}。', en: 'Certificate in order until {validTo}.' },
  'standing.welder.valid-soon': {
    zh: '操作证有效，{validTo} 到期，请尽快换证。',
    en: 'Certificate in order; it ends on {validTo} and should be renewed soon.',
  },
  'standing.welder.suspended': { zh: '已被暂停上岗，不能焊接。', en: 'Suspended: must not weld.' },
  'standing.welder.no-certificate': {
    zh: '没有登记操作证，不能焊接。',
    en: 'No certificate registered: must not weld.',
  },
  'standing.welder.unverified': {
    zh: '操作证还没有核验，暂时不能焊接。',
    en: 'The certificate has not been checked yet: not to weld for now.',
  },
  'standing.welder.not-yet-valid': {
    zh: '操作证还没到生效日期，暂时不能焊接。',
    en: 'The certificate is not valid yet: not to weld for now.',
  },
  'standing.welder.expired': { zh: '操作证已过期，不能焊接。', en: 'The certificate has expired: must not weld.' },
  'standing.welder.review-overdue': {
    zh: '操作证没有按期复审，不能焊接。',
    en: 'The certificate missed its review: must not weld.',
  },
  'standing.welder.revoked': { zh: '操作证已被撤销，不能焊接。', en: 'The certificate was revoked: must not weld.' },
  'standing.welder.forged': {
    zh: '操作证核验不合格，不能焊接。',
    en: 'The certificate did not pass the check: must not weld.',
  },
};

const PERMIT: Sentences<'permit', PermitCode> = {
  'standing.permit.draft': { zh: '还没有提交审批，不能动火。', en: 'Not submitted: no hot work.' },
  'standing.permit.returned': { zh: '已退回修改，不能动火。', en: 'Sent back to be changed: no hot work.' },
  'standing.permit.submitted': { zh: '正在审批，还不能动火。', en: 'Being approved: no hot work yet.' },
  'standing.permit.approved': { zh: '已批准，签发后才能动火。', en: 'Approved; no hot work before it is issued.' },
  'standing.permit.rejected': { zh: '没有批准，不能动火。', en: 'Not approved: no hot work.' },
  'standing.permit.cancelled': { zh: '已取消，不能动火。', en: 'Cancelled: no hot work.' },
  'standing.permit.issued-early': { zh: '已签发，{from} 起才能动火。', en: 'Issued; no hot work before {from}.' },
  'standing.permit.issued': { zh: '可以动火，至 {until}。', en: 'Hot work is allowed until {until}.' },
  'standing.permit.issued.amber': {
    zh: '已签发，还没有开工；监护人到场、措施确认后开工。',
    en: 'Issued, not started: it starts once the watcher is there and the measures are confirmed.',
  },
  'standing.permit.active': { zh: '正在动火，至 {until}。', en: 'Hot work goes on until {until}.' },
  'standing.permit.active-watched': {
    zh: '正在动火，监护人在岗，至 {until}。',
    en: 'Hot work goes on until {until}; the watcher is present.',
  },
  'standing.permit.suspended': { zh: '已暂停，现在不能动火。', en: 'Suspended: no hot work now.' },
  'standing.permit.fire_watch': {
    zh: '动火已停，正在留守监护，至 {until}。',
    en: 'Hot work is over; the fire watch goes on until {until}.',
  },
  'standing.permit.closed': { zh: '已结束，不能再动火。', en: 'Closed: no more hot work.' },
  'standing.permit.expired': { zh: '已过期，不能再动火。', en: 'Expired: no more hot work.' },
};

const CODES: Texts = {
  'code.blank.title': { zh: '空码', en: 'Blank code' },
  'code.blank.sentence': { zh: '这是一张空码，还没有绑定设备。', en: 'A blank code: it stands for nothing yet.' },
  'code.blank.bind': {
    zh: '这是一张空码，可以绑定一台设备。',
    en: 'A blank code: you may stick it on a machine and register that.',
  },
  'code.replaced': {
    zh: '这张码已更换，新码是 {code}。',
    en: 'This sticker was replaced; the new code is {code}.',
  },
  'code.voided.sentence': { zh: '这张码已作废。', en: 'This code is void.' },
  'code.training.valid': {
    zh: '{passedOn} 通过“{campaign}”，有效期至 {validTo}。',
    en: 'Passed “{campaign}” on {passedOn}; valid to {validTo}.',
  },
  'code.training.expired': {
    zh: '{passedOn} 通过“{campaign}”，已于 {validTo} 到期。',
    en: 'Passed “{campaign}” on {passedOn}; it ran out on {validTo}.',
  },
};

export const dashboardTexts: Texts = {
  ...MACHINE,
  ...WELDER,
  ...PERMIT,
  ...CODES,
  'welder.none-of-yours': {
    zh: '您的账号没有绑定焊工，没有个人作业数据。',
    en: 'Your account belongs to no welder, so it has no figures of its own.',
  },
  'statistics.outside-region': {
    zh: '这个行政区划不在您的管辖范围内，请选择辖区内的区划。',
    en: 'That region lies outside yours. Choose one within it.',
  },
};
