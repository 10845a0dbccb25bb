import type { HandoverState } from '@domain/violations/case-handover';
import type { EscalationLevel } from '@domain/violations/escalation';
import { peopleWords } from '@domain/people/words.zh';
import { stepWords } from '@domain/violations/step-words.zh';

/** Words of cases, on both faces. */
const texts = {
  trade: peopleWords.trade,
  cases: {
    departments: {
      title: '部门移交',
      with: '现由{trade}办理',
      place: '属地',
      way: '{from} → {to}',
      state: { waiting: '待签收', received: '已签收', refused: '已退回', 'taken-back': '已撤回' } satisfies Readonly<
        Record<HandoverState, string>
      >,
      handed: '{name} {time} 移交：{reason}',
      settled: {
        waiting: '',
        received: '{name} {time} 签收',
        refused: '{name} {time} 退回：',
        'taken-back': '{name} {time} 撤回',
      } satisfies Readonly<Record<HandoverState, string>>,
      step: { 'hand-over': '移交其他部门', receive: '签收', refuse: '退回', 'take-back': '撤回移交' },
      to: '接收部门',
      choose: '请选择',
      reason: '原因',
    },
    command: stepWords.step,
    mine: '交办给我的问题',
    mineSub: '待我办理 {n} 条',
    mineNone: '没有交办给我的问题',
    onlyMine: '只看交办给我的',
    onlyMajor: '只看重大事故隐患',
    overdue: '已逾期',
    major: '重大事故隐患',
    majorBy: '依据：《{standard}》（{document}）{item}',
    severity: '严重程度',
    severities: { '1': '轻微', '2': '严重', '3': '特别严重' },
    machinesOf: '{name} 等 {n} 台设备',
    machines: '{n} 台设备',
    enterprise: '责任单位',
    machine: '设备',
    assignedTo: '交办给',
    nobody: '尚未交办',
    followed: '挂牌督办',
    told: '已告知单位主要负责人：{time}',
    notTold: '尚未告知单位主要负责人',
    listed: '已挂牌：{time}',
    notListed: '尚未挂牌',
    supervised: '已督办：{time}',
    notSupervised: '尚未督办',
    handedOver: '已移送公安机关：{time}',
    arcs: '燃弧记录',
    arcLength: '燃弧 {time}，峰值 {peak} 安',
    arcBefore: '不晚于 {time}',
    arcOn: '仍在燃弧',
    arcCleared: '已排除',
    arcVerdict: '判定：{verdict}（第 {version} 版，{time}）',
    outlet: '{n} 号焊口',
    form: {
      note: '说明（可不填）',
      reason: '原因',
      measures: '做了哪些整改',
      supervise: '由哪个单位督办，有什么要求',
      police: '移送到哪个公安机关，移送文书编号',
      to: '交给谁整改',
      own: '由责任单位整改，不指定到人',
      find: '输入姓名或单位名称查找',
      role: '按角色筛选',
      anyRole: '所有角色',
      none: '没有查到，换个词试试',
      dueOn: '整改期限（不选则按规定期限）',
      photo: '整改后照片（可不拍）',
      takePhoto: '拍照',
    },
    found: '发现',
    due: '整改期限',
    description: '说明',
    times: '发生次数',
    escalated: '已逐级上报',
    level: { grid: '网格', town: '乡镇（街道）', county: '县（区）', city: '市' } satisfies Readonly<
      Record<EscalationLevel, string>
    >,
    photos: '照片',
    evidence: '证据',
    basis: '法律依据',
    history: '办理记录',
  },
};

export default texts;
