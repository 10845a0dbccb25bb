/** Words of what a machine burned. */
const arcs = {
  title: '电弧记录',
  none: '没有电弧记录',
  burning: '正在燃弧',
  ended: '至 {at}',
  between: '时间不确定：{from} 至 {to} 之间',
  samplesGone: '采样数据已过保存期，仅存本条记录',
  lost: '此后失联，按规则截止于最后一次消息',
  peak: '峰值 {a} A',
  verdict: {
    'on-platform': '入平台',
    'off-platform': '不入平台',
    'unregistered-machine': '设备未登记',
    certified: '持证',
    uncertified: '无证',
    permitted: '有票',
    'no-permit': '无票',
    'permit-overrun': '超时',
    'not-judged': '未判定',
  },
};

export default arcs;
