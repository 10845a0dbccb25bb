/** Words of the signboard that hangs at the place of work. */
const texts = {
  phone: {
    board: {
      allowed: '允许的作业',
      unit: '单位',
      people: '{n} 人',
      safe: '安全情况',
      signed: '审批签字',
      watcherOn: '监护人 {name} {time} 起在岗',
      watcherOff: '监护人 {name} 未到岗',
      noWatcher: '没有监护人',
      measures: '安全措施已确认 {done}/{all} 项',
      gasGood: '气体检测合格（{time} 取样）',
      gasGoodExplosion: '气体检测合格，仅按爆炸下限判定（{time} 取样）',
      gasBad: '气体检测不合格（{time} 取样）',
      gasMissing: '还没有做气体检测',
      gasNone: '没有气体检测记录',
      towards: { start: '距计划开始 {time}', end: '距作业到期 {time}', watch: '留守监护至 {time}' },
      past: { start: '已到计划开始时间', end: '作业时间已到，应当停止', watch: '留守时间已满，等待关闭' },
    },
  },
};

export default texts;
