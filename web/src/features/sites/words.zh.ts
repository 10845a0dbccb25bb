import type { SiteState } from '@domain/sites/site';

/** Words of sites, and of the fixed work points that welders and repair shops ask for, on both faces. */
const texts = {
  sites: {
    hoursRule: '按规则规定的时段',
    state: { entered: '待确认', confirmed: '已确认', changed: '修改待确认', withdrawn: '已撤销' } satisfies Readonly<
      Record<SiteState | 'changed', string>
    >,
  },
  workshops: {
    title: '固定作业点申请',
    sub: '自己的作业点，确认后一年内不必逐次办票',
    subConfirm: '个体焊工和维修店的作业点，到场核对后确认',
    intro:
      '网格员到场核对、县（区）监管人员确认后，一年内在这里作业不必逐次办票。证书、设备检查和营业时间的规定照样适用。',
    own: '我的固定作业点',
    none: '您还没有申请过固定作业点',
    ask: '申请固定作业点',
    again: '重新申请',
    name: '作业点名称',
    nameHint: '如：东街自家焊接铺',
    here: '站在作业点里申请，以您的位置为圆心。',
    radius: '范围',
    kinds: '这里属于哪些场所类别？（没有就不选）',
    send: '提交申请',
    metres: '{n} 米内',
    askedAt: '{time} 申请',
    state: { asked: '待确认', confirmed: '已确认', refused: '未通过', over: '已到期', ended: '已停用' },
    grid: '网格员到场核对',
    county: '县（区）监管人员确认',
    waits: '待办',
    doneAt: '{time} 已确认',
    because: '未通过的原因',
    endedAt: '{time} 起停用',
    validTo: '有效期至 {time}',
    mayStart: '到作业点后扫设备码，不用作业票就能开工。',
    noneToSee: '没有等待确认的申请',
    owner: '申请人',
    size: '范围和类别',
    confirm: '现场核对无误，确认',
    confirmDesk: '确认',
    goThere: '请走到作业点现场再确认。',
    othersTurn: '您已确认，等县（区）监管人员确认。',
    refuse: '不同意',
    refuseHow: '原因会告诉申请人，改好后可以重新申请。',
    reason: '不同意的原因',
    ofWelder: '个体焊工',
    panel: '固定作业点申请',
    panelHow: '个体焊工和维修店申请，网格员到场核对，您确认后生效一年。两级缺一不可。',
  },
};

export default texts;
