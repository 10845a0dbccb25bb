/** Words of the page where an employment is confirmed. */
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
};

export default texts;
