import type { Texts } from '../../platform/i18n/texts';

export const collectionTexts: Texts = {
  'collection.number-missing': {
    zh: '缺少本机的采集编号（Idempotency-Key），请更新页面后重试。',
    en: 'The device’s own number of this collection (Idempotency-Key) is missing. Reload the page and try again.',
  },
  'collection.officials-only': {
    zh: '现场采集由网格员、技术员和监管人员进行。',
    en: 'Collecting on the spot is for grid workers, technicians and regulators.',
  },
  'collection.subject-missing': { zh: '没有填写采集内容。', en: 'What was collected is missing.' },
  'collection.in-the-future': {
    zh: '采集时间在将来，请校准手机时间。',
    en: 'The time of collecting lies in the future. Set the phone’s clock right.',
  },
  'collection.photo-missing': {
    zh: '请至少拍一张照片：铭牌，或看不清铭牌的设备。',
    en: 'Take at least one photo: of the nameplate, or of the machine without a legible one.',
  },
  'collection.document-missing': {
    zh: '没有填写证件号码时，请拍下证件，号码以后补录。',
    en: 'Without its number, take a photo of the document; the number is typed later.',
  },
  'collection.photo-unknown': {
    zh: '有照片没有上传成功，或不是您本人拍的。请重新拍照。',
    en: 'A photo was not stored, or is not yours. Take it again.',
  },
  'collection.model-missing': {
    zh: '请照铭牌填写型号；铭牌看不清的，请选“看不清”并说明原因。',
    en: 'Copy the model from the nameplate; where none is legible, say so and why.',
  },
  'collection.reason-missing': {
    zh: '请说明铭牌为什么看不清，例如“铭牌脱落”。',
    en: 'Say why the nameplate cannot be read, for example “it fell off”.',
  },
  'collection.owner-unknown': {
    zh: '没有登记过这个统一社会信用代码的单位。请核对代码，或当场采集这家单位。',
    en: 'No enterprise with this unified social credit code is registered. Check the code, or collect the enterprise.',
  },
  'collection.one-owner': {
    zh: '请选一个所有人：单位、个体焊工，或刚采集的单位或焊工。',
    en: 'Name one owner: an enterprise, a self-employed welder, or one that you just collected.',
  },
  'collection.owner-not-yet': {
    zh: '所有人的采集还没有入库（可能在等您答复“是不是同一个”，或待补录证件号码）。先处理那一条，这一条再发一次就好。',
    en: 'The owner’s own collection is not registered yet: it may wait for your answer or for a number. Settle that one first, then send this one again.',
  },
  'collection.owner-is-a-machine': { zh: '设备不能作所有人。', en: 'A machine cannot own another one.' },
  'collection.maybe-known': {
    zh: '可能已经采集过。请对照看看：是不是这一个？',
    en: 'This may be registered already. Compare: is it this one?',
  },
  'collection.not-a-candidate': {
    zh: '选的那一个与这次采集对不上，请重新比对。',
    en: 'The one you chose does not fit what you collected. Compare again.',
  },
  'collection.not-found': {
    zh: '没有这条采集记录，或不在您的管理范围内。',
    en: 'There is no such collection within your reach.',
  },
  'collection.number-known': {
    zh: '这条采集的证件号码已补录。',
    en: 'The number of this collection was typed already.',
  },
  'collection.period-wrong': {
    zh: '结束日期不能早于开始日期，一次最多查 {days} 天。',
    en: 'The last day must not come before the first; at most {days} days at a time.',
  },
};
