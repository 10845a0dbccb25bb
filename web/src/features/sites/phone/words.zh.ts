/** Words of the phone page of sites nearby. */
const texts = {
  phone: {
    sites: {
      title: '附近的场所',
      sub: '查看、登记附近的场所，到场确认',
      noPosition: '没有取得位置。请打开手机定位，再点“重新定位”。',
      none: '2 公里内还没有登记过场所',
      enter: '登记这里的场所',
      confirm: '现场核对无误，确认',
      goThere: '请走到场所现场再确认。',
      officialConfirms: '等监管员或检查员确认后，对所有在这里作业的人有效。',
      trade: '行业',
      kinds: '场所类别',
      hours: '营业时间',
      hoursOf: { rule: '按规定', own: '实际', always: '全天' },
      opens: '开门',
      closes: '关门',
      enterprise: '所属企业',
      enterpriseHint: '输入企业名称的一部分',
      name: '场所名称',
      radius: '范围：以您站的位置为圆心',
      phone: '使用人手机（可不填）',
      save: '登记',
      near: '附近已确认的场所，点一下填入',
      away: '{n} 米',
    },
  },
};

export default texts;
