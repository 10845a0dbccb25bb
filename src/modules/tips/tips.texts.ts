import type { Texts } from '../../platform/i18n/texts';

export const tipTexts: Texts = {
  'tip.too-many': {
    zh: '提交得太频繁，请稍后再试。情况紧急请拨打 119 或 12345。',
    en: 'Too many reports at a time. Try again later; in an emergency call 119 or 12345.',
  },
  'tip.look-later': { zh: '查询得太频繁，请稍后再试。', en: 'Looked up too often. Try again later.' },
  'tip.unknown': {
    zh: '没有查到。请核对查询码，注意每一位。',
    en: 'Nothing was found. Check each sign of the tracking code.',
  },
  'tip.not-found': { zh: '没有这条举报，或不由您办理。', en: 'There is no such tip for you.' },
  'tip.command-unknown': { zh: '没有这种操作。', en: 'There is no such command.' },
  'tip.command-not-open': {
    zh: '举报的办理状态已变化，现在不能这样操作。请刷新。',
    en: 'The tip has moved on: this cannot be done now. Reload the page.',
  },
  'tip.officer-only': { zh: '只有举报受理员可以操作。', en: 'Only a tip officer does this.' },
  'tip.handler-only': { zh: '只有被派去核查的人可以填报。', en: 'Only the person who was sent enters this.' },
  'tip.has-case': {
    zh: '已立案，不能再次派人核查。后续请在案件中办理。',
    en: 'A case was made of it. Go on in the case; nobody is sent again.',
  },
  'tip.handler-unfit': {
    zh: '请选择负责该地的执法检查员或网格员。',
    en: 'Choose an inspector or grid worker in charge of that place.',
  },
  'tip.photo-unknown': { zh: '所选照片不属于这条举报。', en: 'A photo does not belong to this tip.' },
  'tip.merge-unfit': {
    zh: '不能并入这条举报：它不存在、已并案或已不予受理。',
    en: 'It cannot be merged there: no such tip, or one that was merged or declined.',
  },
  'tip.anonymous': { zh: '举报人没有留下联系方式。', en: 'The reporter left nothing about themselves.' },
  'tip.identity-officer-only': {
    zh: '举报人信息只有本地举报受理员可以查看。',
    en: 'Only a tip officer of the place sees who reported.',
  },
  'tip.nothing-to-reward': {
    zh: '核查属实并立案后才能申报奖励。',
    en: 'A reward follows a tip that was found true and became a case.',
  },
  'tip.reward-used-up': {
    zh: '按规则可奖励金额为 0：该案件或该举报人本年的奖励已到上限。',
    en: 'The rules give nothing more: the most for this case, or for this reporter and year, is reached.',
  },
  'tip.reward-there-already': { zh: '这条举报已申报过奖励。', en: 'A reward was proposed for this tip already.' },
  'tip.reward-unknown': {
    zh: '没有这笔奖励，或不在您的管理范围内。',
    en: 'There is no such reward within your reach.',
  },
  'tip.reward-settled': { zh: '这笔奖励已审批。', en: 'This reward was decided already.' },
  'tip.reward-own': { zh: '不能审批自己申报的奖励。', en: 'Nobody approves what they proposed themselves.' },
  'tip.reward-approved-by-you': { zh: '审批人不能发放同一笔奖励。', en: 'Whoever approved a reward does not pay it.' },
  'tip.reward-not-due': {
    zh: '这条举报没有待领取的奖励：未批准或已发放。',
    en: 'No reward waits to be collected: not approved, or paid already.',
  },
  'tip.reward-elsewhere': { zh: '这笔奖励由举报地发放。', en: 'This reward is paid where the tip was handled.' },
  'tip.code-or-pin-wrong': { zh: '查询码或领奖密码不对。', en: 'The tracking code or the PIN is wrong.' },
  'tip.pin-later': { zh: '密码输错次数过多，请一小时后再试。', en: 'Too many wrong PINs. Try again in an hour.' },
};
