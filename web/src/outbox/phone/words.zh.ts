import { collectionWords } from '@domain/collection/words.zh';
/** Words of what waits on the phone until there is network. */
const texts = {
  phone: {
    outbox: {
      title: '待发送',
      how: '这些内容已保存在本机，有网络时按先后顺序自动发送，只有您本人登录后才能看到和发送。',
      offline: '现在连接不上平台。已保存的内容，联网后会自动发送。',
      none: '没有待发送的内容',
      sendNow: '现在发送',
      waits: '待发送',
      refused: '平台未接收',
      typed: '{time} 填写',
      withPhotos: '含 {n} 张照片',
      asked: '等您确认',
      isItThis: '平台上可能已经有了。请对照看看，是不是这一个？',
      owner: '所有人或单位：{name}',
      distance: '相距约 {n} 米',
      collectedBy: '{name} 采集',
      same: '就是这一个',
      notSame: '都不是，另外登记',
      reason: collectionWords.reason,
      change: '修改后重新提交',
      again: '原样再发一次',
      discard: '删除',
      discardSure: '删除后无法找回，确定删除',
      kind: {
        record: '问题记录',
        'watch-tap': '监护人报到',
        'gas-test': '气体检测',
        measures: '安全措施',
        'inspection-step': '现场检查',
        'inspection-finding': '检查发现的问题',
        help: '求助',
        drill: '应急演练记录',
        'internal-report': '内部报告',
        'self-check-answers': '自查填报',
        'self-check-sign': '自查签字',
        collection: '现场采集',
      },
      waitsHere: '{time} 的{what}已保存在本机，联网后自动发送',
      refusedHere: '{time} 的{what}平台没有接收',
      tapWaits: '平台现在收不到您的报到，到时会通知安全员，作业也可能自动暂停。请到有信号处，或打电话告知安全员。',
      open: '查看待发送',
    },
  },
};

export default texts;
