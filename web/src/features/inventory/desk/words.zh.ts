import { inventoryWords } from '@domain/inventory/words.zh';

/** Words of the inventory. */
const texts = {
  inventory: {
    title: '摸清底数',
    intro: '每个数字都是当前的准确数，点数字看明细。设备合计不含已报废的。',
    ...inventoryWords,
    region: '属地',
    total: '合计',
    all: '全部',
    own: '{name}（未到下级）',
    up: '返回上级',
    none: '还没有登记',
    noMatch: '没有符合条件的记录',
    due: '{n} 天内到期',
    dueAny: '到期时间',
    find: { machine: '出厂编号开头或设备码', welder: '姓名开头、整个身份证号或手机号' },
    export: '导出表格',
    exportNote: '最多导出 20,000 行',
    backToCounts: '看统计',
    save: '保存筛选',
    saveName: '筛选名称',
    saved: '已保存的筛选',
    savedNone: '还没有保存的筛选',
    forget: '删除筛选“{name}”',
    clear: '清除条件',
    columns: {
      machine: '设备',
      serial: '出厂编号',
      enterprise: '单位',
      welder: '焊工',
      status: '状态',
    },
  },
};

export default texts;
