import type { Texts } from '../../platform/i18n/texts';

/** What is said about small jobs, to the people who declare them and to their occupiers. */
export const smallJobTexts: Texts = {
  'permit.small-not-for-place': {
    zh: '「{kindZh}」不能按小型作业申报。请由现场所在单位办理「{regimeZh}」票，按票上要求检测、监护和审批。',
    en: 'Work at a place of the kind “{kindEn}” cannot be declared as a small job. The enterprise at the place asks for the permit “{regimeEn}”, with its gas test, watcher and signatures.',
  },
  'permit.small-not-for-answer': {
    zh: '您回答现场有易燃易爆物、装过这类物品的容器管道或密闭空间，不能按小型作业申报。请由现场所在单位办理「{regimeZh}」票。',
    en: 'By your answers there are flammables, vessels that held them, or a closed space. This cannot be a small job: the enterprise at the place asks for the permit “{regimeEn}”.',
  },
  'permit.small-again': {
    zh: '这个地点（{metres} 米内，或作业范围重叠且现场管理人、场所、焊工或申请人相同）{days} 天内已有 {times} 次小型作业，再做就不是零星小活了。请由现场所在单位（店主、物业）的安全管理人员办理「一般动火作业」票，由该单位负责人审批；确有隔天再做的，可改期到 {days} 天以后。确实是另一处的，请把作业范围半径改小，使两处范围不重叠。',
    en: 'At this place (within {metres} m, or where the circles overlap and occupier, site, welder or applicant is the same) {times} small jobs were declared in {days} days; more is no odd job. The enterprise at the place (owner, property manager) asks for the general permit and its head approves it, or the job waits until {days} days have passed. If it is another place, make the circle smaller, so that the two do not overlap.',
  },
  'permit.measure-not-counted': {
    zh: '这一项不用填数量。',
    en: 'No number is asked for here.',
  },
  'permit.measure-unsigned': {
    zh: '这一项要由店主或负责人当面签名，请签名后再确认。',
    en: 'The owner or head signs this measure on the spot. Sign, then confirm.',
  },
  'permit.occupier-key-wrong': {
    zh: '这个链接已失效：可能又发了新的短信。请用最新一条短信里的链接，或输入确认码。',
    en: 'This link no longer works: a newer message may have been sent. Use the link in the newest one, or type its code.',
  },
  'permit.occupier-proof-missing': {
    zh: '请输入短信里的 6 位确认码。',
    en: 'Type the six digits from the text message.',
  },
  'permit.occupier-not-another': {
    zh: '小型作业要由另一个人确认：不能填申请人、作业焊工、其所在单位人员或单位联系人的手机号。请填写现场业主、店主或物业负责人本人的手机号。',
    en: 'A small job is confirmed by a second person: not by the applicant, a welder of the job, anybody in their enterprises or an enterprise’s contact. Enter the phone of the owner, shopkeeper or property manager of the place.',
  },
  'permit.occupier-code-wrong': {
    zh: '确认码不对，请对照短信重新输入，还可以试 {left} 次。',
    en: 'The code is not right. Compare it with the message; {left} tries are left.',
  },
  'permit.occupier-code-used-up': {
    zh: '确认码已输错 5 次，不能再用。请申请人重新发送确认码。',
    en: 'Five wrong tries: this code is dead. Ask the applicant to send a new one.',
  },
  'permit.occupier-codes-used-up': {
    zh: '确认码已发送 5 次，不能再发。请核对手机号码后重新申报。',
    en: 'Five codes have been sent; there will be no more. Check the phone number and declare again.',
  },
  'permit.occupier-texts-stopped': {
    zh: '这个手机号的机主已选择不再接收动火确认短信。请核对号码；确是现场负责人的，请对方打开以前的短信链接恢复接收，或换一位负责人的手机号。',
    en: 'Whoever has this phone takes no more texts about hot work. Check the number. If it is the occupier’s, they open the link of an earlier text and allow them again; or name another occupier’s phone.',
  },
  'permit.texts-code-wrong': {
    zh: '确认码不对，请对照短信重新输入。',
    en: 'The code is wrong. Copy it from the text message.',
  },
  'message.occupier-texts-again': {
    zh: '【焊安】恢复接收动火确认短信的确认码 {code}，10 分钟内有效。不是您本人操作请勿理会。',
    en: 'Hanan: code {code} allows texts about hot work again, for 10 minutes. If you did not ask for it, do nothing.',
  },
  'permit.occupier-texts-used-up': {
    zh: '今天发给这个手机号的短信，或您今天发出的短信，已到上限。请核对手机号，或明天再提交。',
    en: 'No more texts may go to this phone, or from you, today. Check the number, or submit tomorrow.',
  },
  'permit.occupier-code-too-soon': {
    zh: '刚刚发送过，请 {seconds} 秒后再试。',
    en: 'One was sent just now. Try again in {seconds} s.',
  },
  'message.occupier-code': {
    zh: '【焊安】确认码 {code}。有人申报 {from} 至 {to} 在您的场所动火作业。请点开 {link} 核对地点和内容，同意并会看护现场的再确认；不知情请勿理会，也不要告诉任何人，点链接可拒收此类短信。',
    en: 'Hanan: code {code}. Hot work at your place is declared from {from} to {to}. Open {link}, check place and work, and confirm only if you agree and will watch. If you know nothing of it, do nothing and tell nobody; the link also stops these texts.',
  },
};
