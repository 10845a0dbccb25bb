import type { Texts } from '../../../platform/i18n/texts';

/** What rests on two sightings: of one welder, of one card, of a machine that was gone. */
export const suspicionTexts: Texts = {
  'violation.evidence.reason.two-places': {
    zh: '同一名焊工在两地先后出现，间隔时间不足以往返；可能出借了焊工码或账号，也可能是定位有误，请核实',
    en: 'One welder was at two places, sooner than anybody can travel: a card or an account was lent, or a position is wrong. Find out',
  },
  'violation.evidence.reason.card-shared': {
    zh: '同一个焊工码近期被多人用来开机，请核实是否焊工本人作业',
    en: 'Several people started machines with one welder’s code: check that the welder worked there',
  },
  'violation.evidence.goneSign.scanned': {
    zh: '有人扫了它的码开机，请到现场核实设备来源；现持有人可能并不知情',
    en: 'Its code was scanned at a machine: find out where it comes from; whoever has it may not know',
  },
  'violation.evidence.goneSign.registered': {
    zh: '又登记了一台同型号、同编号的设备，请核实是不是同一台；不同年份可能重号',
    en: 'A machine of the same model and number was registered: find out whether it is the same; numbers may repeat',
  },
  'violation.evidence.goneSign.chip-heard': {
    zh: '它的芯片又上线了，请按位置查找',
    en: 'Its chip is heard again: look for it at that place',
  },
  'violation.evidence.goneSign.chip-fitted': {
    zh: '它的芯片装到了另一台设备上，请核实芯片来源',
    en: 'Its chip was fitted to another machine: find out where the chip comes from',
  },
  'violation.evidence.seenAt': { zh: '出现时间：{time}', en: 'Seen at {time}' },
  'violation.evidence.newCode': { zh: '现在的设备码：{value}', en: 'Code of the machine now: {value}' },
  'violation.evidence.firstAt': { zh: '第一处出现的时间：{time}', en: 'At the first place at {time}' },
  'violation.evidence.secondAt': { zh: '第二处出现的时间：{time}', en: 'At the second place at {time}' },
  'violation.evidence.firstMachine': { zh: '第一处的焊机：{value}', en: 'Machine at the first place: {value}' },
  'violation.evidence.secondMachine': { zh: '第二处的焊机：{value}', en: 'Machine at the second place: {value}' },
  'violation.evidence.apartM': { zh: '两处相距至少 {value} 米', en: 'The places lie at least {value} m apart' },
  'violation.evidence.minutesBetween': { zh: '相隔 {value} 分钟', en: '{value} min between them' },
  'violation.evidence.starters': { zh: '用此码开机的人数：{value}', en: 'People who started with this code: {value}' },
  'violation.evidence.starterNames': { zh: '开机人：{value}', en: 'Who started: {value}' },
};
