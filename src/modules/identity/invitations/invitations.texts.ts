import type { Texts } from '../../../platform/i18n/texts';

export const invitationTexts: Texts = {
  'message.invitation': {
    zh: '【焊安】邀请您以{rolesZh}的身份加入焊接作业监管平台。请在 7 天内打开链接，用本机验证码确认：{link}',
    en: '[Hanan] You are invited to the welding platform as {rolesEn}. Open the link within 7 days and confirm with a code sent to this phone: {link}',
  },
  'message.join-code': {
    zh: '【焊安】加入验证码 {code}，5 分钟内有效。如果不是您本人在接受邀请，请勿告诉他人。',
    en: '[Hanan] Your code for joining is {code}, valid for 5 minutes. If you are not accepting an invitation, do not share it.',
  },
  'invitation.not-found': {
    zh: '没有这份邀请，或链接不完整。请从短信里重新打开，或请邀请人重发。',
    en: 'There is no such invitation, or the link is incomplete. Open it from the text again, or ask for a new one.',
  },
  'invitation.used': {
    zh: '这份邀请已经接受过，不能再用。请直接登录。',
    en: 'This invitation was accepted already and cannot be used again. Sign in.',
  },
  'invitation.expired': {
    zh: '这份邀请已过期。请邀请人重新发送。',
    en: 'This invitation has run out. Ask whoever invited you to send it again.',
  },
  'invitation.withdrawn': {
    zh: '这份邀请已被撤回。如有疑问，请联系邀请人。',
    en: 'This invitation was withdrawn. Ask whoever invited you.',
  },
  'invitation.to-self': {
    zh: '不能邀请自己。本人的角色由其他负责人或监管人员给予。',
    en: 'You cannot invite yourself. Roles of your own account are given by somebody else.',
  },
  'invitation.other-phone': {
    zh: '这份邀请发给了另一个手机号，转发的链接不能用。请用收到邀请的手机号登录，或填写发到该手机的验证码。',
    en: 'This invitation was sent to another phone; a forwarded link opens nothing. Sign in with the account of that phone, or give the code sent to it.',
  },
  'invitation.code-needed': {
    zh: '请填写发到受邀手机的验证码，或用该手机号的账号登录后再接受。',
    en: 'Give the code sent to the invited phone, or sign in with the account of that phone.',
  },
  'invitation.wrong-code': {
    zh: '验证码不对或已过期。验证码只发到受邀的手机，请核对后重试，或重新获取。',
    en: 'The code is wrong or has run out. It is sent to the invited phone alone. Check it, or ask for another.',
  },
  'invitation.open-already': {
    zh: '这个手机号已有一份未接受的邀请。请在列表里重发或撤回。',
    en: 'This phone has an open invitation already. Send it again or withdraw it, from the list.',
  },
  'invitation.texts-used-up': {
    zh: '今天发出的邀请短信已达上限，请明天再发。',
    en: 'No more invitations can be sent today. Try again tomorrow.',
  },
  'invitation.welder-not-employed': {
    zh: '只能邀请本企业已登记的焊工。请先登记焊工，再从焊工名单里选。',
    en: 'Only registered welders of your own can be invited. Register the welder first, then choose from the list.',
  },
  'invitation.welder-phone': {
    zh: '请填写焊工登记时的手机号：邀请只发给焊工本人。',
    en: 'Give the phone with which the welder is registered: the invitation goes to nobody else.',
  },
  'role.two-sides': {
    zh: '监管岗位和企业岗位不能由同一账号担任。',
    en: 'One account cannot supervise a region and serve an enterprise.',
  },
  'role.enterprise-needed': {
    zh: '企业岗位必须选择所属企业。',
    en: 'A role of an enterprise needs its enterprise.',
  },
  'role.region-needed': {
    zh: '监管、网格、安装和培训岗位必须选择负责的区域。',
    en: 'An official, grid worker, technician or trainer needs a region.',
  },
  'role.not-yours-to-give': {
    zh: '您不能给予这个角色。企业负责人给予本企业岗位，监管人员给予下级监管岗位和企业负责人。',
    en: 'This role is not yours to give. An enterprise gives its own roles, a regulator those below and the leaders of enterprises.',
  },
  'role.outside-reach': {
    zh: '这个区域或企业不在您的管理范围内。',
    en: 'This region or enterprise is outside your reach.',
  },
  'role.already-held': {
    zh: '这个账号已有这些角色，不需要再加。',
    en: 'This account has these roles already.',
  },
  'role.other-enterprise': {
    zh: '这个账号现在属于另一家企业。请先在原企业办理离开，再接受邀请。',
    en: 'This account belongs to another enterprise. Leave that one first, then accept.',
  },
  'role.other-region': {
    zh: '这个账号负责另一个区域。请由上级修改负责区域。',
    en: 'This account serves another region. Ask the authority above to change it.',
  },
  'user.newcomer-incomplete': {
    zh: '请填写姓名、用户名和密码，用来建立您的账号。',
    en: 'Give your name, a user name and a password for your account.',
  },
  'user.account-exists': {
    zh: '这个手机号已有账号。请先用该账号登录，再打开邀请链接接受：角色会加到原有账号上。',
    en: 'This phone has an account already. Sign in with it and open the link again: the roles are added to that account.',
  },
  'user.account-shut': {
    zh: '这个手机号的账号已停用，不能接受邀请。请联系管理员。',
    en: 'The account of this phone is disabled and cannot accept. Ask an administrator.',
  },
  'user.identity-needed': {
    zh: '监管岗位和为企业签字的岗位都须实名，请填写本人身份证号。为企业签字的，由监管人员核对证件后生效。',
    en: 'Whoever supervises or signs for an enterprise gives their identity number. An official checks it before a signature counts.',
  },
  'user.identity-differs': {
    zh: '身份证号和这个账号留下的不一致，请核对证件。',
    en: 'The identity number differs from the one this account gave. Check the card.',
  },
};
