/** What stands on the file of an enterprise for an inspection (迎检台账). */
export interface LedgerWords {
  readonly title: { readonly one: string };
  readonly chapter: Readonly<Record<LedgerChapter, string>>;
  readonly column: Readonly<Record<LedgerColumn, string>>;
  readonly word: Readonly<Record<'unsigned' | 'unnamed' | 'never', string>>;
}

export const LEDGER_CHAPTERS = [
  'firm', 'machines', 'welders', 'contracts', 'permits', 'selfChecks', 'drills', 'training', 'cases', 'reports', 'inspections',
] as const; // prettier-ignore
export type LedgerChapter = (typeof LEDGER_CHAPTERS)[number];

export const LEDGER_COLUMNS = [
  'item', 'content', 'name', 'uscc', 'industry', 'region', 'contact', 'ownWelders', 'ownMachines', 'contractedWelders', 'contractedMachines',
  'code', 'model', 'process', 'state', 'chip', 'checkUntil', 'idNumber', 'certificate', 'operations', 'validUntil', 'trainingUntil',
  'work', 'client', 'contractor', 'qualification', 'term', 'agreementUntil',
  'number', 'place', 'level', 'time', 'signatures', 'period', 'dueOn', 'signed', 'found', 'open',
  'kind', 'heldOn', 'people', 'shortcomings', 'remedies', 'next', 'campaign', 'passedOn', 'foundOn', 'description', 'closedOn',
  'outcome', 'answer', 'reward', 'result', 'publishedOn',
] as const; // prettier-ignore
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

export const ledgerWords: LedgerWords = {
  title: { one: '迎检台账' },
  chapter: {
    firm: '一、企业基本情况',
    machines: '二、焊割设备与监管芯片',
    welders: '三、焊工与证书',
    contracts: '四、外包与用工',
    permits: '五、动火作业票与审批',
    selfChecks: '六、企业自查',
    drills: '七、应急演练',
    training: '八、培训合格',
    cases: '九、隐患、违法行为与整改',
    reports: '十、员工内部报告',
    inspections: '十一、公布的检查结果',
  },
  column: {
    item: '项目',
    content: '内容',
    name: '名称',
    uscc: '统一社会信用代码',
    industry: '行业',
    region: '所在地区',
    contact: '联系人',
    ownWelders: '本企业焊工',
    ownMachines: '本企业焊割设备',
    contractedWelders: '外来焊工',
    contractedMachines: '外来焊割设备',
    code: '编码',
    model: '型号及出厂编号',
    process: '焊接方法',
    state: '状态',
    chip: '芯片号',
    checkUntil: '安全检查有效期至',
    idNumber: '身份证号',
    certificate: '证书编号',
    operations: '准操项目',
    validUntil: '证书有效期至',
    trainingUntil: '培训有效期至',
    work: '作业内容',
    client: '发包单位',
    contractor: '承包单位',
    qualification: '资质',
    term: '合同期限',
    agreementUntil: '安全协议有效期至',
    number: '票号',
    place: '地点',
    level: '类别和级别',
    time: '计划时间',
    signatures: '签字',
    period: '周期',
    dueOn: '截止日期',
    signed: '主要负责人签字',
    found: '发现问题',
    open: '未销号',
    kind: '类型',
    heldOn: '日期',
    people: '人数',
    shortcomings: '不足',
    remedies: '改进措施',
    next: '下次最迟',
    campaign: '培训',
    passedOn: '合格日期',
    foundOn: '发现日期',
    description: '说明',
    closedOn: '销号日期',
    outcome: '核实结果',
    answer: '答复',
    reward: '奖励（元）',
    result: '结论',
    publishedOn: '公布日期',
  },
  word: { unsigned: '未签字', unnamed: '不具名', never: '没有记录' },
};
