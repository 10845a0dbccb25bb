import { wireWords } from '@domain/wire/words.zh';

/** Words of a chip's wire: keys, secret, settings. */
const texts = {
  wire: {
    ...wireWords,
    title: '密钥与参数',
    keysTitle: '平台公钥',
    secretTitle: '芯片密钥',
    secretNo: '第 {n} 把',
    maker: '第 1 把（出厂）',
    asked: '{at} 提出更换：{reason}',
    ended: '{at} 结束',
    error: '原因：{error}',
    rotate: '更换密钥',
    rotateHow:
      '芯片下次在线时自动换上新密钥。换成之前旧密钥照常有效，芯片不会失联；换成之后，已发出但还没输入的离线开机码作废，需重新获取。',
    settingsTitle: '上报与判弧参数',
    sampleMs: '通电时每隔多少秒上报',
    idleSampleMs: '断电时每隔多少秒上报（心跳）',
    arcFromA: '多少安培以上算起弧',
    arcPauseMs: '短于多少毫秒的停顿不算熄弧',
    configure: '修改参数',
    range: '{from} 至 {to}',
  },
};

export default texts;
