/** Words of contracts at the desk. */
const texts = {
  contractDesk: {
    title: '外包与用工',
    intro:
      '承包、租赁和劳务合同及其安全生产管理协议。派到对方现场的焊工和设备，双方都计入。协议缺失或过期的，作业票上会提示，并列入双方待办。',
    none: '没有合同',
    make: '登记合同',
    kind: '合同类型',
    as: '本企业是',
    asClient: '发包（出租、用工）单位',
    asContractor: '承包（承租、派出）单位',
    other: '对方统一社会信用代码',
    work: '作业内容',
    qualification: '承包单位资质（名称、编号）',
    qualificationUntil: '资质有效期至',
    term: '合同期限',
    client: '发包单位',
    contractor: '承包单位',
    agreement: '安全生产管理协议',
    agreementHow: '上传双方签字盖章的协议照片或扫描件。',
    pages: '拍照或选择图片',
    signedOn: '签订日期',
    until: '协议有效期至',
    put: '提交协议',
    people: '派到现场的焊工和设备',
    peopleHow: '由承包单位选择。双方的人数和设备数都计入。',
    welders: '焊工',
    machines: '焊割设备',
    savePeople: '保存名单',
    end: '提前结束',
    endHow: '写明结束的原因。结束后不能再改。',
    ended: '提前结束：{reason}',
    nobody: '未登记',
  },
};

export default texts;
