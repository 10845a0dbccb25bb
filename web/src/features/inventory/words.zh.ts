import { qualityWords } from '@domain/data-quality/words.zh';
import { targetWords } from '@domain/inventory/target-words.zh';

/** Words of targets and of mending the register, on both faces. */
const texts = {
  quality: {
    ...qualityWords,
    title: '数据质量',
    intro: '台账里缺的、可疑的。点名称去处理；确实无法补的，说明理由后接受，事实变化后会再次出现。',
    sub: '台账里缺的、可疑的，由您补正',
    none: '没有需要补正的数据',
    noneAccepted: '没有说明理由后接受的问题',
    allKinds: '全部',
    open: '待补正',
    acceptedOnes: '已接受',
    finding: '问题',
    name: '名称',
    owner: '单位或个人',
    place: '属地',
    how: '怎么处理',
    accept: '接受并说明理由',
    acceptShort: '说明理由',
    acceptHow: '这条问题不再提示，理由和姓名留档。事实变化后会再次出现。',
    accepted: '已接受',
    reason: '理由：{reason}（{name}）',
    go: '去处理',
    more: '看更多',
    total: '合计',
    up: '返回上级',
    ownRegion: '{name}（未到下级）',
    whole: '全部',
  },
  targets: {
    ...targetWords,
    title: '目标',
    none: '还没有设目标',
    set: '设目标',
    end: '结束',
    region: '地区',
    person: '个人（可不选）',
    personHow: '选了个人，只算此人从今天起采集登记的数量。',
    kindTitle: '目标内容',
    goal: '目标数',
    dueOn: '截止日期',
    progress: '完成 {now} / {goal}',
    until: '{date} 截止',
    behind: '比进度少 {n}',
    perDay: '每天还需 {n}',
    days: '近 14 天每天末的数量',
    day: '{day}：{n}',
  },
};

export default texts;
