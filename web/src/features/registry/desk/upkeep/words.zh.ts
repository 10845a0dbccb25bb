import { upkeepWords } from '@domain/registry/upkeep-words.zh';

const texts = {
  upkeep: {
    ...upkeepWords,
    title: '年检与维修',
    none: '还没有检测和维修记录',
    recordCheck: '登记检测',
    startRepair: '送修',
    endRepair: '登记修好',
    checks: '安全检测',
    repairs: '维修',
    checkHow: '按检测报告填写，并拍下报告。最近一次合格检测决定设备可以用到哪一天。',
    repairHow: '送修后设备停用，登记修好后恢复使用。',
    endHow: '写明做了什么，设备随即恢复使用。',
    checkedOn: '检测日期',
    checker: '检测单位或检测人',
    resultTitle: '检测结果',
    nextDueOn: '下次检测日期（最多间隔 {months} 个月）',
    note: '说明（可不填）',
    paper: '检测报告照片',
    until: '有效至 {day}',
    repairer: '维修单位或维修人',
    fault: '故障情况',
    startedOn: '送修日期',
    endedOn: '修好日期',
    work: '维修内容',
    span: '{from} 至 {to}',
    running: '{from} 起，正在维修',
    by: '登记人：{name}',
  },
};

export default texts;
