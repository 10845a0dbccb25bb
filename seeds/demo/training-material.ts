/** What is read in the demo county's campaign, and the procedures that its welders sign. */
export const SECTIONS = [
  {
    title: '一、动火前：票、人、物三件事',
    text: '票：先办动火作业票，一个点、一段时间、一项内容一张票；换地方、换内容要重办。\n人：焊工持有效操作证，监护人到岗，每个动火点一名。\n物：清走或盖好周围的可燃物，灭火器放在伸手可及的地方，孔洞封好。',
  },
  {
    title: '二、气瓶：五米、十米、直立',
    text: '氧气瓶与乙炔瓶相距不小于 5 米，气瓶离动火点不小于 10 米。\n乙炔瓶直立使用，严禁卧放，装好防回火装置。\n氧气瓶、减压器和手套不得沾油。',
  },
  {
    title: '三、完工后：查清再走',
    text: '切断电源、气源，检查作业点、背面和下方有没有阴燃。\n看火时间按作业票执行，确认没有残火再离开。\n发现起火：停作业，断电断气，打 119，火小时用灭火器。',
  },
];

export const PROCEDURES = [
  {
    process: 'MMA',
    title: '焊条电弧焊安全操作规程',
    body: '一、作业前检查焊机外壳接地、电缆绝缘和焊钳，破损的不得使用。\n二、穿戴焊工手套、阻燃工作服和带滤光片的面罩。\n三、清理作业点周围的可燃物，监护人到岗后方可引弧。\n四、不得用管道、轨道、钢筋搭接作回线。\n五、移动、检修焊机前先切断电源。\n六、完工断电，检查有无残火。',
    source: 'GB 9448-1999',
  },
  {
    process: 'GAS',
    title: '气焊气割安全操作规程',
    body: '一、乙炔瓶直立放置并固定，装防回火装置；氧气瓶与乙炔瓶相距不小于 5 米，离动火点不小于 10 米。\n二、检查软管、接头、减压器不漏气，不沾油。\n三、先点火、后调节；停用时关闭气源。\n四、封闭空间内停用时，把割炬和软管拿到外面。\n五、氧气瓶内留有不小于 0.1 MPa 的余压。',
    source: 'GB 9448-1999；GB 50720-2011',
  },
] as const;

export const PROVIDERS = [
  { name: '演示职业技能培训学校', contact: '演示联系人甲', licence: '演示办学许可证 001', state: 'active' },
  { name: '演示焊工培训中心', contact: '演示联系人乙', licence: '演示办学许可证 002', state: 'suspended' },
] as const;

export const CHECKS = [
  { provider: 0, daysAgo: 12, result: 'passed', note: '师资、教具和消防器材齐全' },
  { provider: 1, daysAgo: 40, result: 'to-improve', note: '实训工位之间没有挡光屏，限期整改' },
  { provider: 1, daysAgo: 9, result: 'failed', note: '整改未完成，实训场地没有灭火器材' },
] as const;
