/** Words of the pages of fixed places of work and of fire watchers' training. */
const upkeep = {
  areas: {
    intro:
      '固定作业点由监管人员批准，在这里作业不用另办作业票。现场公示牌由安全员或监管人员到场确认后，可以用来证明作业地点。',
    add: '批准固定作业点',
    approve: '批准',
    none: '还没有固定作业点',
    name: '名称',
    enterprise: '企业',
    position: '位置（在地图上点选）',
    radius: '范围',
    metres: '半径 {n} 米',
    validTo: '有效期至',
    validToHint: '不填则长期有效。',
    openEnd: '长期',
    over: '已到期',
    board: '公示牌',
    bound: '{time} 已现场确认',
    unbound: '未现场确认',
    bindOnSite: '到现场确认',
  },
  watchers: {
    intro: '监护人须经专项培训合格。危险化学品企业动火时，没有有效合格证的监护人不能上岗。',
    none: '还没有监护人',
    name: '姓名',
    enterprise: '企业',
    number: '合格证编号',
    validTo: '有效期至',
    until: '有效期至 {date}',
    training: { valid: '有效', expired: '已过期', missing: '未登记' },
    state: { valid: '有效', expired: '已过期', revoked: '已撤销' },
    certificates: '合格证',
    noCertificate: '还没有登记培训合格证',
    add: '登记合格证',
    record: '登记',
    photo: '合格证照片',
    takePhoto: '拍摄或选择合格证照片',
    revoke: '撤销合格证',
    revokeHow: '撤销后，这名监护人不能再凭这份合格证上岗。',
  },
};

export default upkeep;
