import type { Texts } from '../../platform/i18n/texts';

export const trainingTexts: Texts = {
  'training.outside-region': {
    zh: '只能在您负责的区域内办理培训，请由当地监管人员办理。',
    en: 'You can do this for your own region only. Ask an official in charge of that place.',
  },
  'training.due-before-start': {
    zh: '截止日期不能早于开始日期。',
    en: 'The last day cannot lie before the first day.',
  },
  'training.due-in-the-past': {
    zh: '截止日期已经过了，请选以后的日期。',
    en: 'The last day is over. Choose a later one.',
  },
  'training.too-long': {
    zh: '一次培训任务最长 {days} 天。',
    en: 'A campaign lasts at most {days} days.',
  },
  'training.enterprise-unknown': { zh: '没有这家单位。', en: 'There is no such enterprise.' },
  'training.photo-unknown': { zh: '请重新拍照或选择图片。', en: 'Take or choose the picture again.' },
  'training.too-few-questions': {
    zh: '题库里符合条件的只有 {count} 道题，请减少题数或增加主题。',
    en: 'The bank has only {count} fitting questions. Ask fewer, or choose more topics.',
  },
  'training.campaign-unknown': {
    zh: '没有这个培训任务，或不在您的管理范围内。',
    en: 'There is no such campaign within your reach.',
  },
  'training.campaign-closed': { zh: '这个培训任务已经结束。', en: 'This campaign is closed.' },
  'training.not-a-welder': {
    zh: '只有焊工本人的账号可以办理。没有手机的，请培训老师扫您的焊工卡。',
    en: 'Only a welder’s own account can do this. Without a phone, ask the trainer to scan your card.',
  },
  'training.not-targeted': {
    zh: '这次培训不包括您（或这名焊工）。请核对所在地区和单位。',
    en: 'This training is not meant for this welder. Check the region and the enterprise.',
  },
  'training.ends-before-start': { zh: '结束时间应晚于开始时间。', en: 'The end must be later than the beginning.' },
  'training.session-too-long': { zh: '一期培训不能超过 24 小时。', en: 'A session lasts at most 24 hours.' },
  'training.half-a-place': { zh: '请同时给出经度和纬度。', en: 'Give both latitude and longitude, or neither.' },
  'training.session-unknown': {
    zh: '没有这期培训，或不在您的管理范围内。',
    en: 'There is no such session within your reach.',
  },
  'training.session-not-open': {
    zh: '还没到签到时间：开班前 {minutes} 分钟起可以签到。',
    en: 'Too early: sign-in opens {minutes} minutes before the session.',
  },
  'training.session-over': {
    zh: '这期培训已经结束，不能再签到签退。有疑问请找培训老师。',
    en: 'This session is over. Ask the trainer if something is wrong.',
  },
  'training.session-full': { zh: '这期培训已经满员，请换一期。', en: 'This session is full. Choose another one.' },
  'training.signed-in-before': { zh: '已经签过到，不用再签。', en: 'This welder has signed in already.' },
  'training.not-signed-in': { zh: '没有签到记录，不能签退。', en: 'There is no sign-in, so there is no sign-out.' },
  'training.signed-out-before': { zh: '已经签退，不用再签。', en: 'This welder has signed out already.' },
  'training.code-unknown': {
    zh: '签到码不对。请扫老师屏幕上的码，或输入码下面的八位数字。',
    en: 'This is no sign-in code. Scan the trainer’s screen, or type the eight digits below the picture.',
  },
  'training.code-old': {
    zh: '签到码已经过期。码每 30 秒换一次，转发的截图无效，请到现场扫屏幕。',
    en: 'The code is too old. It changes every 30 seconds; a forwarded picture does not work. Scan the screen on the spot.',
  },
  'training.code-of-other-session': {
    zh: '这是另一期培训的签到码，请扫本期屏幕上的码。',
    en: 'This code belongs to another session. Scan the screen of this one.',
  },
  'training.position-needed': {
    zh: '签到需要手机定位，请打开定位权限再扫一次。手机不能定位的，请让老师扫您的焊工卡。',
    en: 'Signing in needs the position of your phone: allow it and scan again. If the phone has none, ask the trainer to scan your card.',
  },
  'training.too-far': {
    zh: '您的位置离培训地点超过 {metres} 米，不能签到。定位不准的，请让老师扫您的焊工卡。',
    en: 'You are more than {metres} m away from the place. If the position is wrong, ask the trainer to scan your card.',
  },
  'training.card-unknown': { zh: '这不是焊工卡上的码。', en: 'This is not the code of a welder’s card.' },
  'training.own-card': { zh: '不能给自己扫卡签到。', en: 'Nobody signs in with their own card as a trainer.' },
  'training.provider-unknown': { zh: '没有这家培训机构。', en: 'There is no such training school.' },
  'training.provider-known': {
    zh: '这个地区已有同名的培训机构。',
    en: 'The region has a training school of this name.',
  },
  'training.provider-suspended': {
    zh: '这家培训机构检查不合格，已暂停，不能安排培训。',
    en: 'This training school is suspended after a failed check.',
  },
  'training.check-in-future': { zh: '检查日期不能晚于今天。', en: 'A check cannot lie in the future.' },
  'training.options-wrong': {
    zh: '选项不对：判断题两个选项，其他题三到八个，编号不能重复。',
    en: 'Wrong options: two for true or false, three to eight otherwise, each key once.',
  },
  'training.correct-unknown': {
    zh: '正确答案应在选项里，不能重复。',
    en: 'Right answers must be among the options, each once.',
  },
  'training.correct-count': {
    zh: '单选题和判断题只有一个正确答案，多选题至少两个。',
    en: 'One right answer, or at least two where several may be chosen.',
  },
  'training.question-unknown': {
    zh: '没有这道题，或它不是您所在地区的题。',
    en: 'There is no such question of your own region.',
  },
  'training.no-more-today': {
    zh: '今天的答题次数用完了，请看一看学习材料，明天再答。',
    en: 'No more attempts today. Read the material and try again tomorrow.',
  },
  'training.attempt-unknown': {
    zh: '没有这份答卷，或它不是您的。请重新开始答题。',
    en: 'There is no such attempt of yours. Begin the quiz again.',
  },
  'training.answered-before': { zh: '这份答卷已经交过了。', en: 'This attempt was answered already.' },
  'training.question-not-drawn': {
    zh: '答案里有没抽到的题，请重新开始答题。',
    en: 'One answer is to a question that was not drawn. Begin the quiz again.',
  },
  'training.question-twice': { zh: '同一道题答了两次。', en: 'A question was answered twice.' },
  'training.answer-missing': { zh: '还有题没答，请答完再交。', en: 'Some questions are not answered yet.' },
  'training.choice-unknown': { zh: '选了题里没有的选项。', en: 'A chosen option does not exist.' },
  'training.pass-unknown': {
    zh: '没有这份合格证明，或不在您的查看范围内。',
    en: 'There is no such certificate within your reach.',
  },
  'training.procedure-unknown': {
    zh: '没有这份操作规程，或它已有新版本。请刷新后再看。',
    en: 'There is no such procedure, or a newer version replaced it. Reload the page.',
  },
  'training.procedure-changed': {
    zh: '另一位人员刚刚发布了新版本，请刷新后再发布。',
    en: 'Somebody else issued a version just now. Reload, then issue yours.',
  },
};
