import type { Texts } from '../../platform/i18n/texts';

export const certificateTexts: Texts = {
  'certificate.not-found': {
    zh: '没有这本证件，或不在您的管理范围内。',
    en: 'There is no such certificate within your reach.',
  },
  'certificate.not-own': { zh: '焊工只能登记自己的证件。', en: 'A welder can enter only their own certificates.' },
  'certificate.holder-known': {
    zh: '此人已在册，先由本人、现单位或其主管部门确认雇佣关系，再核验证书。',
    en: 'The register knows this person. First they, their employer or their officials confirm the employment.',
  },
  'certificate.exists': {
    zh: '这个证号的同一准操项目已登记。如是换发的新证，请先由监管人员注销旧证。',
    en: 'This number has this operation already. For a renewed card, have the old one revoked first.',
  },
  'certificate.number-malformed': {
    zh: '证件编号不对。特种作业操作证应为 T 加持证人的 18 位身份证号码；其他证件请对照原件填写。',
    en: 'The number is not right. A special-operation certificate is T and the holder’s 18-digit identity number; copy others from the card.',
  },
  'certificate.number-mismatch': {
    zh: '证号中的身份证号码不是这名焊工本人的，请核对证件和焊工。',
    en: 'The identity number in the certificate is not this welder’s. Check the card and the person.',
  },
  'certificate.dates-reversed': {
    zh: '有效期的结束日期应在开始日期之后，也不能早于发证日期。请对照证件填写。',
    en: 'The last day must come after the first, and not before the day of issue. Copy the dates from the card.',
  },
  'certificate.validity-too-long': {
    zh: '有效期超过了这类证件的最长期限（特种作业操作证 6 年，建筑施工 2 年，特种设备 4 年），请核对日期。',
    en: 'It claims to hold longer than its kind can (special operation 6 years, construction 2, special equipment 4). Check the dates.',
  },
  'certificate.photo-unknown': {
    zh: '证件照片没有上传成功，请重新上传。',
    en: 'This photo is not among those you have uploaded. Upload it again.',
  },
  'certificate.source-missing': {
    zh: '请写明核验依据：哪份名单或哪个接口、什么时间的结果。',
    en: 'Say what it was verified by: which list or interface, and of when.',
  },
  'certificate.screenshot-missing': {
    zh: '官网查询须上传查询结果截图，没有截图的在备注里写明查询结果，作为核验凭证。',
    en: 'A public lookup needs a screenshot of its answer as proof; where there is none, write the answer down as a note.',
  },
  'certificate.screenshot-unknown': {
    zh: '截图没有上传成功，请重新上传。',
    en: 'This screenshot is not among those you have uploaded. Upload it again.',
  },
  'certificate.text.ends-own': {
    zh: '【焊安】{name}，您的{kind}将于{validTo}到期，还剩{days}天。请尽快办理换证，到期后扫码将不能开机。',
    en: '[Hanan] {name}, your {kind} ends on {validTo}, in {days} days. Renew it: once it has ended, no scan gives power.',
  },
  'certificate.text.ends-firm': {
    zh: '【焊安】贵单位焊工{name}的{kind}将于{validTo}到期，还剩{days}天。请督促换证，到期后不得安排其动焊。',
    en: '[Hanan] The {kind} of your welder {name} ends on {validTo}, in {days} days. See that it is renewed; after that day they must not weld.',
  },
  'certificate.command-not-open': {
    zh: '证件现在的状态不能做这项操作，请刷新后再看。',
    en: 'The certificate’s status does not allow this now. Reload and look again.',
  },
};
