import type { Texts } from '../../../platform/i18n/texts';

export const handoverTexts: Texts = {
  'handover.not-found': { zh: '没有这条移交记录，或与您的单位无关。', en: 'There is no such handover of yours.' },
  'handover.receiver-unknown': {
    zh: '没有登记这个单位或焊工。请核对统一社会信用代码或焊工码；还没登记的，请对方先自助登记。',
    en: 'No such enterprise or welder is registered. Check the number; who is not registered yet registers first.',
  },
  'handover.to-oneself': { zh: '不能移交给本单位。', en: 'A machine is not handed over to its own enterprise.' },
  'handover.open-already': {
    zh: '这台设备正在移交，或已出租、出借还没归还。',
    en: 'This machine is offered already, or is rented out or lent and did not come back.',
  },
  'handover.machine-gone': {
    zh: '这台设备已报废、丢失或已不属于本单位，不能移交。',
    en: 'This machine is scrapped, lost or no longer of this enterprise.',
  },
  'handover.until-missing': { zh: '出租、出借要填归还日期。', en: 'A lease or loan has a last day.' },
  'handover.until-before': { zh: '归还日期不能早于起始日期。', en: 'The last day is not before the first.' },
  'handover.until-of-sale': { zh: '销售不填归还日期。', en: 'What is sold has no last day.' },
  'handover.receiver-only': { zh: '请由接收方确认。', en: 'The receiver answers this.' },
  'handover.own-offer': {
    zh: '移交是您发起的，请由接收方的其他人员确认。',
    en: 'You have offered it; somebody else on the receiving side confirms.',
  },
  'handover.not-begun': {
    zh: '起始日期还没到，请到期收到设备后再确认。',
    en: 'Its first day has not come yet. Confirm once you hold the machine.',
  },
  'handover.giver-only': { zh: '请由移交方办理。', en: 'The giver does this.' },
  'handover.sold': { zh: '已销售的设备没有归还。', en: 'What was sold is not returned.' },
  'handover.command-not-open': {
    zh: '这条移交记录现在不能这样办理，请刷新后再看。',
    en: 'This is not open now. Load the page anew.',
  },
  'handover.reason-missing': { zh: '请说明没有接收的原因。', en: 'Say why it was not received.' },
};
