import type { Texts } from '../../platform/i18n/texts';

export const inspectionTexts: Texts = {
  'draw.outside-region': { zh: '只能在自己的辖区内抽签。', en: 'Draws are made in one’s own region.' },
  'draw.not-found': { zh: '没有这次抽签。', en: 'There is no such draw.' },
  'draw.no-targets': { zh: '这个地区没有可抽查的企业。', en: 'No enterprise of this region can be drawn.' },
  'draw.too-many-targets': {
    zh: '名单超过 {most} 家，请按乡镇分别抽签。',
    en: 'The list is longer than {most}: draw town by town.',
  },
  'inspection.due-passed': { zh: '完成期限不能早于今天。', en: 'The day by which it is done lies in the past.' },
  'draw.officer-unfit': {
    zh: '名单中有人不是本县区的监管人员或执法检查员，或账号已停用。',
    en: 'Somebody on the list is no regulator or inspector of this county, or their account is closed.',
  },
  'draw.exclusion-unknown': {
    zh: '回避关系中的人员或企业不在名单里。',
    en: 'A conflict of interest names somebody who is not on the list.',
  },
  'draw.target-unserved': {
    zh: '按回避和互查的要求，去“{name}”的人数不够。请增加检查人员。',
    en: 'Conflicts and cross-inspection leave too few officers for “{name}”. Add officers.',
  },
  'draw.not-now': {
    zh: '抽签的状态已变化，现在不能这样操作。请刷新。',
    en: 'The draw has moved on: this cannot be done now. Reload the page.',
  },
  'draw.too-late': { zh: '已过揭示期限，本次抽签作废。', en: 'The deadline has passed: this draw is void.' },
  'draw.committed-already': {
    zh: '您已提交过承诺，或两人的承诺已齐。',
    en: 'You have committed already, or two others have.',
  },
  'draw.left-unrevealed': {
    zh: '您上次提交承诺后没有揭示，那次抽签作废。请由其他检查人员重新抽签，抽出之后您才能再参加。',
    en: 'You left a draw unrevealed, and it became void. Other officials repeat it; you take part again after that.',
  },
  'draw.hash-copied': { zh: '不能与另一人的承诺相同。', en: 'It may not be the same as the other commitment.' },
  'draw.not-committed': { zh: '您没有提交过承诺。', en: 'You have not committed to anything.' },
  'draw.revealed-already': { zh: '您已揭示过。', en: 'You have revealed already.' },
  'draw.value-not-committed': {
    zh: '与您承诺的不一致，不予接受。',
    en: 'This is not what you committed to.',
  },
  'inspection.not-found': {
    zh: '没有这次检查，或不在您的管理范围内。',
    en: 'There is no such inspection within your reach.',
  },
  'inspection.plan-others': { zh: '只有监管人员可以给他人安排检查。', en: 'Only a regulator plans visits for others.' },
  'inspection.target-needed': {
    zh: '请选择企业、扫焊机的码，或写明地点。',
    en: 'Choose an enterprise, scan a machine, or name the place.',
  },
  'inspection.outside-region': { zh: '不在您的辖区内。', en: 'It lies outside your region.' },
  'inspection.step-unknown': { zh: '没有这一步。', en: 'There is no such step.' },
  'inspection.step-not-open': {
    zh: '五步须按顺序办理，这一步现在不能办。请刷新。',
    en: 'The five steps have an order, and this one is not open now. Reload the page.',
  },
  'inspection.not-your-task': { zh: '只有派去检查的人可以填写。', en: 'Only those who were sent there enter this.' },
  'inspection.authority-only': { zh: '只有监管人员可以公布结果。', en: 'Only a regulator publishes a result.' },
  'inspection.own-result': { zh: '不能公布自己参加的检查。', en: 'Nobody publishes a visit of their own.' },
  'inspection.cases-open': {
    zh: '还有问题没有整改销号，不能验收。',
    en: 'What was found is not put right yet: it cannot be accepted.',
  },
  'inspection.answer-unknown': {
    zh: '检查表中没有这一项，或答案不对。',
    en: 'The checklist has no such item, or no such answer.',
  },
  'inspection.checklist-open': { zh: '检查表还有项目没有填。', en: 'Some items of the checklist have no answer.' },
  'inspection.signed-already': {
    zh: '责任人已签字，不能再添加问题。新发现的问题请另行记录。',
    en: 'The responsible person has signed. Record what was found later on its own.',
  },
};
