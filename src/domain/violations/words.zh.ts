import type { Certainty, Grade, Source, ViolationKind, ViolationState } from './violation-kinds';

/** What people read for the vocabulary of cases. */
export interface ViolationWords {
  readonly kind: Readonly<Record<ViolationKind, string>>;
  readonly state: Readonly<Record<ViolationState, string>>;
  readonly grade: Readonly<Record<Grade, string>>;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly source: Readonly<Record<Source, string>>;
}

export const violationWords: ViolationWords = {
  kind: {
    'off-platform': '不入平台作业',
    'unregistered-machine': '未登记设备作业',
    'remote-scan': '远距离扫码',
    'chip-tampered': '监管芯片被拆动',
    'modified-machine': '设备疑似改装',
    'chip-silent': '监管芯片失联',
    'identity-misuse': '冒用他人身份',
    overlong: '连续作业时间过长',
    'outside-site': '离开许可地点作业',
    'special-period': '重点时段作业',
    uncertified: '无证作业',
    'no-permit': '无票作业',
    'permit-overrun': '超时限作业',
    'gas-test-missed': '未按规定进行气体检测',
    'fire-watch-absent': '监护人不在岗',
    'fire-watch-skipped': '作业后未留守监护',
    'forged-certificate': '使用伪造证件',
    other: '其他隐患',
  },
  state: {
    open: '待处理',
    assigned: '已派单',
    rectifying: '整改中',
    review: '待复查',
    closed: '已销号',
    withdrawn: '已撤销',
  },
  grade: { alert: '预警', hazard: '隐患', offence: '违法行为' },
  certainty: { provisional: '待核实', confirmed: '已核实', withdrawn: '已撤销' },
  source: {
    detector: '平台发现',
    'self-check': '企业自查',
    inspection: '检查发现',
    tip: '群众举报',
    province: '省平台',
  },
};
