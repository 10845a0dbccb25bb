/** Words of the addresses that other systems are called at. */
const texts = {
  webhooks: {
    title: '事件推送',
    intro: '本地区发生的事件会推送给下面登记的系统：带签名、按对象排序，没有送到会自动重试四天。',
    none: '还没有登记推送地址',
    add: '登记推送地址',
    how: '对方用返回的密钥核对签名。密钥只显示这一次，请马上保存到对方系统。',
    secret: '签名密钥，只显示这一次：',
    url: '网址',
    types: '事件类型',
    typesHint: '* 表示全部；多个类型用逗号分开，例如 violation.raised, permit.changed',
    all: '全部事件',
    stopped: '已停用',
    silent: '没有应答',
    answers: '正常',
    paused: '{fault}；{time} 再试',
    see: '推送记录',
    stop: '停用',
    noDeliveries: '还没有推送过',
    event: '事件',
    at: '时间',
    tried: '试了 {n} 次：{fault}',
    next: '{time} 再试',
    state: { queued: '等待发送', failed: '等待重试', sent: '已送达', dead: '已放弃' },
  },
};

export default texts;
