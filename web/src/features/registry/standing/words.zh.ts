import { recencyWords } from '@domain/recency/words.zh';
import { suspensionWords } from '@domain/registry/suspension-words.zh';

/** Words of a welder’s standing: suspensions with appeal, and recency. */
const texts = {
  standing: {
    title: '作业资格',
    intro: '这里可以看到您是否被暂停作业、原因和到期日，也可以提出申诉；还可以说明近期在哪里作业。',
    noWelder: '您的账号没有关联焊工登记。',
    fine: '没有被暂停，可以正常作业。',
    none: '没有暂停记录',
    suspensions: '暂停作业资格',
    suspend: '暂停作业资格',
    suspendHow:
      '暂停期间这名焊工不能开机，正在进行的作业立即结束。焊工和所在单位会看到原因，焊工可以申诉，由另一名监管人员处理。',
    reason: '原因',
    untilOn: '暂停到哪一天',
    until: '暂停至 {day}',
    by: '{name} 于 {time} 决定',
    appealTo: '不服的，可在 {day} 前提出一次申诉，由作出决定以外的监管人员处理；处理期间暂停继续有效。',
    appeal: '申诉理由',
    appealHow: '请写清楚哪里与事实不符、有什么证据或证人。',
    send: '提交申诉',
    appealed: '申诉（{time}）：{text}',
    answerDue: '监管部门应在 {time} 前答复',
    answered: '答复（{name}，{time}）：{text}',
    closed: '{name} 于 {time} 恢复：{text}',
    over: '{time} 期满，已恢复',
    how: '请写明理由，焊工会看到。',
    recency: '在岗情况',
    since: '最近在岗：{day}（{basis}），距今 {days} 天',
    recencyOver:
      '没有在岗记录的时间已超过规定的期限。按特种作业管理规定，上岗前应重新进行实际操作考试；如果在别处作业，请在这里说明。平台只提醒，不影响开机。',
    recencyFine: '{day} 前没有新的在岗记录的，会提醒焊工和单位。',
    declare: '说明在岗情况',
    kind: '情况',
    workedOn: '最后在岗（考试）日期',
    place: '在哪里、为谁作业（或考试单位）',
    save: '提交说明',
    declared: '{day} {kind}：{place}（{name}）',
    reveal: '查看完整号码',
    revealHow: '请写明查看用途。查看记录会长期保存，焊工本人可以看到是谁、为什么查看。',
    revealed: '证件号码 {idNumber}，手机号 {phone}',
    state: suspensionWords.state,
    command: suspensionWords.command,
    basis: recencyWords.basis,
    recencyKind: recencyWords.kind,
  },
};

export default texts;
