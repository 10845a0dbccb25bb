import type { Texts } from '../../platform/i18n/texts';

export const fittingTexts: Texts = {
  'fitting.not-found': { zh: '没有这次安装，或不在您负责的区域。', en: 'There is no such fitting within your reach.' },
  'fitting.open-already': {
    zh: '这台设备或这块芯片正在安装中。请先完成或放弃那一次安装。',
    en: 'This machine or chip is being fitted already. Finish or leave that fitting first.',
  },
  'fitting.over': { zh: '这次安装已经结束。', en: 'This fitting is over.' },
  'fitting.machine-stopped': {
    zh: '这台设备已停用、丢失或报废，不能通电试验。停用的设备要等监管人员解除停用后再试。',
    en: 'This machine is stopped, lost or scrapped and gets no power, not for a test either. The authority lifts a stop first.',
  },
  'chip.not-yours-to-lift': {
    zh: '这块芯片由其他地区停用，请联系当地监管人员或系统管理员恢复。',
    en: 'This chip was blocked by another region. Ask the official there, or the administrator, to lift it.',
  },
  'fitting.test-running': { zh: '试验正在进行，请等它结束。', en: 'A test is running. Wait until it ends.' },
  'fitting.too-many-tests': {
    zh: '这台设备 24 小时内已试验 {most} 次。请检查接线；仍不行请换一块芯片，或联系县里。',
    en: 'This machine was tested {most} times within 24 hours. Check the wiring; if it still fails, take another chip or call the county.',
  },
  'fitting.chip-silent': {
    zh: '平台最近 2 分钟没有收到这块芯片的消息。请检查：送电了吗？天线接好了吗？这里有信号吗？指示灯常亮后再试。',
    en: 'The platform has not heard of this chip for 2 minutes. Is it powered? Is the aerial on? Is there a signal here? Try again when its lamp is steady.',
  },
  'fitting.chip-open': {
    zh: '芯片报告外壳是打开的。请盖好外壳、拧紧防拆螺丝后再试。',
    en: 'The chip reports an open housing. Close it and tighten the tamper screw, then try again.',
  },
  'fitting.photo-unknown': {
    zh: '照片没有上传成功，请重拍一张。',
    en: 'The photo did not arrive. Please take it again.',
  },
  'fitting.chip-gone': {
    zh: '这块芯片已不在这台设备上，请重新扫码安装。',
    en: 'This chip is not on this machine any more. Scan again.',
  },
  'fitting.incomplete': {
    zh: '安装还没有完成：请拍安装照片，并做完通断电试验和起弧试验；做不了试验的，写明原因。',
    en: 'The fitting is not complete: take the photo and make both tests, or say why a test could not be made.',
  },
  'fitting.chip-on-no-machine': {
    zh: '这块芯片没有装在您负责区域的设备上。',
    en: 'This chip is on no machine within your reach.',
  },
  'fitting.day-over': { zh: '请选择今天或以后的日子。', en: 'Choose today or a later day.' },
  'fitting.technician-unknown': {
    zh: '没有这位安装人员，或账号已停用。',
    en: 'There is no such technician, or the account is disabled.',
  },
  'fitting.appointment-not-found': { zh: '没有这个预约。', en: 'There is no such appointment.' },
  'fitting.appointment-over': {
    zh: '这个预约已经结束，不能再改。',
    en: 'This appointment is over and cannot be changed.',
  },
  'chip.not-blocked': { zh: '这块芯片没有停用。', en: 'This chip is not blocked.' },
};
