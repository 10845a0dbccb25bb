/** Words of the desk page of sites. */
const texts = {
  console: {
    sites: {
      intro:
        '场所决定这里能办哪种作业票、属于哪些类别、何时营业。企业登记，监管人员确认；确认后对所有在这里作业的人有效。',
      add: '登记场所',
      change: '修改场所',
      none: '还没有登记场所',
      noneToConfirm: '没有等待确认的场所',
      all: '全部',
      toConfirm: '待确认',
      name: '场所名称',
      enterprise: '所属企业',
      trade: '场所行业',
      kinds: '场所类别',
      area: '范围',
      circle: '圆形',
      outline: '轮廓',
      circleHow: '在地图上点选圆心，再填半径。',
      outlineHow: '沿边界依次点选各个角，至少三个。',
      undo: '撤销一点',
      clear: '全部重画',
      corners: '已选 {n} 个角',
      radius: '半径（米）',
      hours: '每天营业时间',
      hoursOwn: '按实际时段',
      hoursAlways: '全天营业（仍按规则规定的时段禁止动火）',
      phone: '使用人手机（接收确认码）',
      phoneKeep: '不填则保持 {phone}',
      confirm: '确认',
      confirmHow: '确认后，在这里作业的所有单位和个人都受约束。',
      withdraw: '撤销',
      withdrawHow: '撤销后，这个场所不再约束任何人。',
      changed: '确认后企业又作了修改，修改部分待确认。',
      looserHint: '已确认的场所，减少类别、降低行业、缩小或移动范围、缩短营业时间，由监管人员修改。',
    },
  },
};

export default texts;
