import type { Texts } from '../../platform/i18n/texts';

export const identityTexts: Texts = {
  'login.failed': {
    zh: '用户名、密码或验证码不对，请核对后重试。',
    en: 'User name, password or code is wrong. Check and try again.',
  },
  'login.delayed': {
    zh: '连续输错次数较多，请等 {seconds} 秒后再试。',
    en: 'Too many wrong attempts. Try again in {seconds} seconds.',
  },
  'login.busy': {
    zh: '同时登录的人较多，请等 {retryAfter} 秒后再试。',
    en: 'Many people are signing in right now. Try again in {retryAfter} seconds.',
  },
  'login.incomplete': {
    zh: '请填写用户名（或手机号）和密码，或手机号和验证码。',
    en: 'Give user name (or phone) and password, or phone and code.',
  },
  'login.code-too-soon': {
    zh: '验证码刚刚发送过，请等 {seconds} 秒后再获取。',
    en: 'A code was sent just now. Ask for another in {seconds} seconds.',
  },
  'login.codes-used-up': {
    zh: '验证码获取次数已用完，请等 {minutes} 分钟后再获取，或用密码登录。',
    en: 'No more codes for now. Ask again in {minutes} minutes, or sign in with your password.',
  },
  'session.ended': { zh: '登录已结束，请重新登录。', en: 'Your session has ended. Sign in again.' },
  'session.this': {
    zh: '这是您正在使用的登录，请用“退出登录”。',
    en: 'This is the session that you use. Sign out instead.',
  },
  'session.unknown': { zh: '没有这个登录，或它已经退出。', en: 'There is no such session, or it has ended.' },
  'session.password-needed': { zh: '请填写当前密码。', en: 'Give your current password.' },
  'message.login-code': {
    zh: '【焊安】登录验证码 {code}，5 分钟内有效。请勿告诉他人。',
    en: '[Hanan] Your sign-in code is {code}, valid for 5 minutes. Do not share it.',
  },
  'user.not-found': { zh: '没有这个用户，或不在您的管理范围内。', en: 'There is no such user within your reach.' },
  'user.username-taken': { zh: '用户名已被使用，请换一个。', en: 'This user name is taken. Choose another.' },
  'user.phone-taken': {
    zh: '这个手机号已有账号，请直接使用该账号，或换一个手机号。',
    en: 'This phone already has an account. Use that account, or another phone.',
  },
  'user.welder-taken': {
    zh: '这名焊工已有账号，不能再建一个。',
    en: 'This welder already has an account and cannot have a second one.',
  },
  'user.manager-unconfirmed': {
    zh: '您的账号还没有经监管部门确认身份，暂不能修改、停用本企业人员的账号或重置密码。请带身份证联系所在县（区）监管人员确认，确认后再办。',
    en: 'No official has confirmed yet who you are, so you cannot change or disable accounts or reset passwords. Show your identity card to the county’s regulator, then do it again.',
  },
  'user.seat-not-waiting': {
    zh: '这个账号不需要确认，或已经确认过。请刷新列表。',
    en: 'This account needs no confirmation, or has it already. Reload the list.',
  },
  'user.identity-taken': {
    zh: '这个身份证号已有账号：一人只能有一个账号。请让本人使用原有账号，或先停用原有账号并联系平台管理员。',
    en: 'This identity has an account already: one person, one account. Let them use that one, or ask the administrator.',
  },
  'user.no-way-in': {
    zh: '请设置密码，或填写手机号以便用验证码登录。',
    en: 'Give a password, or a phone to sign in by code.',
  },
  'user.enterprise-required': {
    zh: '企业人员的账号必须选择所属企业。',
    en: 'An account of an enterprise role needs its enterprise.',
  },
  'user.enterprise-unknown': {
    zh: '没有这家企业，请先登记企业。',
    en: 'There is no such enterprise. Register it first.',
  },
  'user.welder-unknown': {
    zh: '没有这名焊工，请先登记焊工。',
    en: 'There is no such welder. Register the welder first.',
  },
  'user.username-is-phone': {
    zh: '用户名不能是别人的手机号。请换一个用户名，或填写本人手机号。',
    en: 'A user name must not be somebody else’s phone. Choose another, or give this phone as the person’s own.',
  },
  'user.password-unchanged': {
    zh: '新密码不能和现在的密码相同，请换一个。',
    en: 'The new password is the one you have now. Choose another.',
  },
  'user.password-leaked': {
    zh: '这个密码出现在已经泄露的密码名单里，别人会先试它。请换一个没有在别处用过的密码。',
    en: 'This password stands in a list of leaked ones, which guessers try first. Choose one that you use nowhere else.',
  },
  'user.password-common': {
    zh: '这个密码太常见，容易被猜到。请换一个，例如几个不相干的词连在一起。',
    en: 'This password is too common and easily guessed. Choose another, for instance some unrelated words in a row.',
  },
  'user.erased': {
    zh: '此人已申请注销，账号已永久关闭，不能重新启用。确需恢复工作的，请为其新建账号。',
    en: 'The person asked to be forgotten: the account is closed for good. Make a new account if they come back.',
  },
  'user.cannot-disable-self': {
    zh: '不能停用自己的账号，请由另一名管理员操作。',
    en: 'You cannot disable your own account. Ask another administrator.',
  },
  'user.grids-left': {
    zh: '此人还负责 {open} 个网格。请先在“网格”页面办理交接，选好接手人，再停用账号。',
    en: 'This person still looks after grids: {open}. Hand them over on the page “Grids”, then disable the account.',
  },
  'user.last-admin': {
    zh: '这是最后一名管理员，不能停用，也不能去掉管理员角色。请先指定另一名管理员。',
    en: 'This is the last administrator and stays one. Appoint another administrator first.',
  },
  'user.last-manager': {
    zh: '这是企业最后一名负责人，不能离开、停用或去掉角色。请先邀请另一名企业管理员或单位负责人。',
    en: 'This is the last leader of the enterprise and stays one. Invite another manager or head first.',
  },
  'user.not-yours': {
    zh: '这个账号不归您管理。企业管理本企业人员，监管人员管理下级和辖区企业人员。',
    en: 'This account is not yours to manage. An enterprise manages its people, a regulator those below and the enterprises there.',
  },
  'user.administrator-only': {
    zh: '手机号、所属区域、企业和焊工关联只能由平台管理员修改；监管条线由监管人员修改。',
    en: 'Phone, region, enterprise and welder are changed by the administrator alone; trades by a regulator.',
  },
  'user.in-no-enterprise': {
    zh: '这个账号现在不在任何企业任职，不需要办理离开。',
    en: 'This account has no duty in an enterprise, so there is nothing to leave.',
  },
  'user.at-work': {
    zh: '这个人正在监护或有作业未结束，请先换人或结束作业，再办理离开。',
    en: 'This person keeps a watch or has work going on. Have somebody take over, or end the work first.',
  },
  'user.own-standing': {
    zh: '不能修改自己的角色和所属单位，请由另一名管理员操作。',
    en: 'You cannot change your own roles or where you belong. Ask another administrator.',
  },
  'user.reset-own-password': {
    zh: '修改自己的密码请用“修改密码”，并输入当前密码。',
    en: 'Change your own password under "Change password", with the current one.',
  },
  'user.no-password': {
    zh: '您的账号没有密码，用手机验证码登录。如需密码，请由管理员设置。',
    en: 'Your account has no password: you sign in by a code. If you need one, ask an administrator to set it.',
  },
  'user.wrong-password': {
    zh: '当前密码不对，请核对后重试。',
    en: 'The current password is wrong. Check and try again.',
  },
  'self.unproven': {
    zh: '请输入当前登录密码，或填写发到本人手机的验证码。',
    en: 'Give your current password, or the code sent to your phone.',
  },
  'self.wrong-code': {
    zh: '验证码不对或已过期，请核对后重试，或重新获取。',
    en: 'The code is wrong or has run out. Check it, or ask for another.',
  },
  'self.no-phone': {
    zh: '您的账号没有手机号，收不到验证码。请用登录密码。',
    en: 'Your account has no phone for a code. Use your password.',
  },
  'field.phone': { zh: '应为 11 位手机号码', en: 'must be a mobile number of 11 digits' },
};
