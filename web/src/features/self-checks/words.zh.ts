import { selfCheckWords } from '@domain/self-checks/words.zh';

/** What both faces say of an enterprise's own checks. */
const texts = {
  selfChecks: {
    ...selfCheckWords,
    title: '企业自查',
    intro:
      '按规定的周期自查，高风险行业周期更短，由主要负责人带队并签字。不符合的项目签字后转为本企业的隐患，整改销号。',
    none: '没有自查记录',
    begin: '开始本期自查',
    period: '周期',
    dueOn: '截止日期',
    progress: '已填 {n} / {all} 项',
    signedOn: '{date} {name} 签字',
    findings: '问题（未销号）',
    cases: '转为隐患的问题',
    noCases: '本次自查没有发现问题',
    what: '具体问题',
    photo: '拍照',
    keep: '保存',
    keptHere: '现在没有网络，已保存在本机，联网后自动发送',
    about: '{from} 至 {to} 自查',
    kept: '已保存，共填 {n} 项',
    signHow: '由主要负责人签字。签字后不能再改，不符合的项目转为隐患。',
    onlyPrincipal: '填完后请主要负责人登录签字。',
    signedName: '主要负责人姓名',
    signature: '主要负责人签字',
    sign: '签字完成自查',
    fillName: '请填写主要负责人姓名',
    signFirst: '请先签字',
    openItems: '还有 {n} 项没有填',
    noteFirst: '不符合的项目请写明具体问题',
    done: '本期自查已完成',
    back: '返回',
  },
};

export default texts;
