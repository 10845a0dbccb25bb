/** Words of recording a problem on the spot. */
const texts = {
  phone: {
    record: {
      title: '记录问题',
      what: '什么问题？',
      allKinds: '显示全部问题类型',
      grade: '性质（不选则按问题类型）',
      sticker: '设备上标签的码（没有登记过的也可以填）',
      unknownSticker: '平台没有登记过这个码，将作为证据记录。',
      photo: '拍照取证',
      note: '补充说明（可不填）',
      noPosition: '没有取得定位，请在说明里写清地点',
      send: '提交记录',
      done: '已记录',
      saved: '已一并保存：{what}。',
      part: { time: '时间', place: '地点', picture: '照片' },
      kept: '已保存在本机',
      keptSentence: '现在没有网络，联网后自动发送；发现的时间和地点按现在记。',
      offlineToo: '没有网络也可以提交：先存在本机，联网后自动发送。',
      another: '再记一条',
      back: '返回',
    },
  },
};

export default texts;
