import type { Texts } from '../../platform/i18n/texts';

export const outageTexts: Texts = {
  'outage.outside-region': {
    zh: '只能在您负责的区域内办理，请由当地监管人员办理。',
    en: 'You can do this for your own region only. Ask an official in charge of that place.',
  },
  'outage.ends-before-start': { zh: '结束时间应晚于开始时间。', en: 'The end must be later than the beginning.' },
  'outage.too-long': {
    zh: '一次宣布的中断不能超过 {hours} 小时。中断更久的，请分次宣布。',
    en: 'An outage of at most {hours} hours can be declared at a time. Declare a longer one in parts.',
  },
  'outage.not-begun': {
    zh: '还没有开始的中断必须写明结束时间；正在中断的，请核对开始时间。',
    en: 'An outage that has not begun needs its end. If it goes on now, check its beginning.',
  },
  'outage.unknown': {
    zh: '没有这次平台中断，或不在您的管理范围内。',
    en: 'There is no such outage within your reach.',
  },
  'outage.closed-before': { zh: '这次平台中断已经结束。', en: 'This outage has ended already.' },
  'outage.ends-in-future': { zh: '结束时间不能晚于现在。', en: 'The end cannot lie in the future.' },
  'outage.paper-after-end': {
    zh: '已有纸质票的作业时间晚于这个结束时间，请核对后再填。',
    en: 'A paper permit that was entered ended later than that. Check the end.',
  },
  'outage.over-too-long': {
    zh: '这段时间结束太久，已过补录期限，宣布也不能再补录纸质票。',
    en: 'That time ended too long ago: no paper permit of it could be entered any more.',
  },
  'paper.too-many': { zh: '一次最多发放 {most} 张。', en: 'At most {most} forms can be issued at a time.' },
  'paper.block-unknown': {
    zh: '没有这批纸质票，或不在您的管理范围内。',
    en: 'There is no such block of forms within your reach.',
  },
  'paper.ends-before-start': { zh: '作业结束时间应晚于开始时间。', en: 'Work must end after it began.' },
  'paper.not-over': {
    zh: '作业还没有结束，请在结束后补录。平台已恢复的，新的作业请在平台上办票。',
    en: 'The work is not over. Enter the paper afterwards; where the platform is back, apply there for new work.',
  },
  'paper.level-unknown': {
    zh: '这类作业票没有这个等级，请从列表里选择。',
    en: 'Permits of this kind have no such level. Choose one from the list.',
  },
  'paper.number-unknown': {
    zh: '没有发放过这个编号。请对照纸质票核对；只有监管部门事先发放的编号票才能补录。',
    en: 'No such number was issued. Compare it with the form: only forms issued ahead can be entered.',
  },
  'paper.number-not-yours': {
    zh: '这个编号不是发给您单位或所在地区的，不能使用。',
    en: 'This number was issued to another enterprise or region and cannot be used.',
  },
  'paper.number-used': {
    zh: '这个编号已补录过，每个编号只能用一次。',
    en: 'This number was entered before; each counts once.',
  },
  'paper.outside-outage': {
    zh: '作业时间不在平台中断期间内，纸质票不予认可。中断时间见“平台中断”列表；有疑问请联系监管部门。',
    en: 'The work does not lie within an outage, so paper does not count. The list of outages shows the times; ask the authority if in doubt.',
  },
  'paper.too-late': {
    zh: '已超过补录期限（中断结束后 {hours} 小时）。请联系监管部门说明情况。',
    en: 'The time for entering it is over ({hours} hours after the outage). Explain the matter to the authority.',
  },
  'paper.machine-not-yours': {
    zh: '没有这台设备，或它不属于您单位和票上的焊工。请核对设备上的码。',
    en: 'There is no such machine, or it belongs neither to your enterprise nor to a welder on the form. Check its code.',
  },
  'paper.not-named': {
    zh: '个体焊工只能补录写有本人的纸质票。',
    en: 'A self-employed welder can only enter a form that names them.',
  },
  'paper.photo-unknown': {
    zh: '请重新拍一张纸质票的照片。',
    en: 'Take the photo of the form again.',
  },
};
