/** Words of the board, the lists, the calendar and the map of permits, and of activities nearby. */
const texts = {
  permits: {
    mine: '只看与我有关的',
    find: '票号开头或地点名称',
    export: '导出表格',
    metres: '{n} 米',
    onDay: '{day}（点此取消）',
    columnEmpty: '暂无',
    view: { board: '看板', list: '列表', calendar: '日历', map: '地图' },
    column: {
      prepare: '草稿、退回',
      sign: '审批中',
      issue: '待签发',
      ready: '待开工',
      work: '作业中',
      watch: '留守监护',
    },
    calendar: { before: '上个月', after: '下个月', today: '回到本月', count: '{n} 张' },
    map: { stopped: '已暂停', none: '这一片没有未结束的作业票', truncated: '票太多，只显示一部分，请放大地图' },
    activity: {
      intro: '申报排放、清洗、喷漆、营业等活动后，附近的动火申请会自动提示或拦下。',
      add: '申报周边活动',
      none: '没有申报过周边活动',
      kind: '活动',
      point: '位置（在地图上点选）',
      radius: '影响半径',
      radiusFrom: '从该点起的影响半径（米）',
      starts: '开始时间',
      ends: '结束时间',
      onlyDaily: '只在每天的一段时间（如营业时间）',
      daily: '每天 {from} 至 {to}',
      running: '有效',
      over: '已结束',
      withdrawn: '已撤回',
      withdraw: '撤回',
    },
  },
  console: { map: { active: '作业中', problem: '已暂停、有问题', none: '当前没有可显示的作业票和问题' } },
};

export default texts;
