import { inspectionWords } from '@domain/inspections/words.zh';

/** What all faces say of inspections. */
const texts = {
  inspection: {
    ...inspectionWords,
    drawState: { published: '名单已公布', committed: '承诺已齐', drawn: '已抽出', void: '已作废' },
    due: '完成期限',
    officers: '检查人员',
    target: '检查对象',
    checks: '检查表',
    answer: { yes: '符合', no: '不符合', 'not-applicable': '不涉及' },
    findings: '发现的问题',
    noFindings: '没有发现问题',
    signedBy: '责任人签字：{name}',
    result: '公布的结果',
  },
};

export default texts;
