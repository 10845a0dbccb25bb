/** Words of the pages where an employment is confirmed, and where a welder says that it is over. */
const texts = {
  claims: {
    title: '雇佣关系确认',
    intro: '有单位登记了一名已在册的焊工。确认后，这名焊工从现在起在该单位工作，原来的雇佣关系结束。',
    none: '目前没有等您确认的雇佣关系',
    sentence: '{enterprise} 登记 {name} 在本单位工作',
    selfEmployed: '个体焊工（无单位）',
    confirm: '确认在该单位工作',
    refuse: '不属实',
    refuseTitle: '为什么不属实？',
  },
  employers: {
    title: '我的单位',
    waiting: '有 {n} 家单位登记您在那里工作，请确认',
    none: '您现在没有任职单位（个体焊工）。',
    noWelder: '您的账号没有对应的焊工，没有任职单位。',
    since: '{date} 起',
    leave: '我不在这里工作了',
    how: '确认后，您不能再用这家单位的作业票开机。您的证书和作业记录都会保留。',
    permits: '写有您名字、还没有结束的作业票（{n} 张）：',
    reason: '离开的原因',
    example: '例如：合同到期',
    confirm: '确认已离开{name}',
    left: '已登记：您不再在{name}工作。',
    former: '以前的单位',
  },
};

export default texts;
