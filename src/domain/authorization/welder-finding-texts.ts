import { type FindingText, words } from './finding-text';
import { CERTIFICATE_NOTICE, SPECIAL_WORK, TRAINING } from './legal-bases';

/** What can speak against a welder or a certificate. */
export const WELDER_FINDINGS = {
  'welder.unregistered': {
    message: words('平台上查不到这名焊工。', 'This welder is not registered on the platform.'),
    remedy: words(
      '带身份证和操作证，请网格员或单位登记，三分钟办好。',
      'Register with identity card and certificate at the enterprise or grid worker; it takes three minutes.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'welder.suspended': {
    message: words('这名焊工目前被暂停作业。', 'This welder is suspended at present.'),
    remedy: words(
      '焊工本人在手机“我的”里的“作业资格”查看原因和到期日；不服的可以直接在那里申诉，由另一名监管人员处理。',
      'The welder opens “My standing” on the phone, reads why and until when, and may appeal there; another official answers.',
    ),
    legalBasis: null,
  },
  'welder.busy': {
    message: words('这名焊工还有一个作业没有结束。', 'This welder has another job that is still open.'),
    remedy: words(
      '先在“我的作业”里结束上一个作业，再扫这台焊机。',
      'Finish the other job first, then scan this machine.',
    ),
    legalBasis: null,
  },
  'welder.identity-unconfirmed': {
    message: words('还没有确认是本人在操作。', 'It is not confirmed who is at the machine.'),
    remedy: words(
      '输入本人的 6 位身份密码，或现场拍一张本人照片后再试；替焊工开机的，必须拍焊工本人的照片。',
      'Enter your own 6-digit PIN or take a live photo of the welder, then try again. Whoever starts for a welder takes the photo.',
    ),
    legalBasis: null,
    variants: {
      'pin-wrong': {
        message: words(
          '身份密码不对，不能确认是本人在操作。',
          'The PIN is wrong, so it is not confirmed who is at the machine.',
        ),
        remedy: words(
          '请焊工本人核对后重新输入。忘记密码的，在“我的身份密码”里重新设置；也可以不填密码，改拍一张本人照片。',
          'Let the welder check it and type it again. A forgotten PIN is set anew under “My PIN”; or leave the PIN out and take a live photo instead.',
        ),
      },
      'pin-resting': {
        message: words(
          '身份密码连续输错，已暂停使用，不能确认是本人在操作。',
          'The PIN was wrong too often and rests, so it is not confirmed who is at the machine.',
        ),
        remedy: words(
          '请等 {minutes} 分钟后再输入，或不填密码，改拍一张本人照片。不是本人输错的，请尽快重新设置密码，并告诉单位安全员。',
          'Wait {minutes} minutes, or leave the PIN out and take a live photo instead. If it was not you who typed it, set a new PIN soon and tell the safety officer.',
        ),
      },
      'pin-unset': {
        message: words(
          '这名焊工还没有设置身份密码，不能用密码确认身份。',
          'This welder has set no PIN, so none can confirm who is at the machine.',
        ),
        remedy: words(
          '请不填密码，改拍一张本人照片；以后要用密码的，请焊工用自己的账号在“我的身份密码”里设置。',
          'Leave the PIN out and take a live photo instead. To use a PIN later, the welder sets it under “My PIN” in their own account.',
        ),
      },
    },
  },
  'welder.photo-missing': {
    message: words(
      '替焊工开机，必须有这名焊工的现场照片。',
      'To start for a welder, a live photo of this welder is needed.',
    ),
    remedy: words(
      '请焊工本人站在焊机旁，现场拍一张照片后再试；以前的照片无效。',
      'Take a photo of the welder at the machine now and try again. An older photo does not count.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'welder.training-overdue': {
    message: words('全员培训已于 {dueOn} 到期。', 'The mandatory training ran out on {dueOn}.'),
    remedy: words(
      '在手机上完成培训和测试，或参加最近一场培训。',
      'Complete the training and quiz on the phone, or attend the next session.',
    ),
    legalBasis: TRAINING,
    variants: {
      unknown: {
        message: words('没有这名焊工参加全员培训的记录。', 'No mandatory training of this welder is on record.'),
        remedy: words(
          '在手机上完成培训和测试，或参加最近一场培训。',
          'Complete the training and quiz on the phone, or attend the next session.',
        ),
      },
    },
  },
  'certificate.missing': {
    message: words('没有登记特种作业操作证。', 'No special-operation certificate is registered.'),
    remedy: words(
      '有证的，拍照登记后请监管人员核验；没有证的，不能动焊，请先培训考证。',
      'If you hold one, register it and have it verified. Without one you must not weld: take the course and examination first.',
    ),
    legalBasis: SPECIAL_WORK,
    variants: {
      'practice-over': {
        message: words(
          '没有操作证；实训课已到时，或带教老师没有按时确认在场。',
          'There is no certificate, and the practice session is over or its instructor has not shown that they are there.',
        ),
        remedy: words(
          '请停止练习，由带教老师重新开一节实训课。',
          'Stop practising. The instructor opens a new session.',
        ),
      },
      'practice-elsewhere': {
        message: words(
          '没有操作证；实训课只能在培训机构自己的场所练习，不能到别处作业。',
          'There is no certificate; a practice session is held at the school’s own place, not on other people’s work.',
        ),
        remedy: words(
          '请回到培训机构的固定动火区或其作业票的地点练习，或由持证焊工作业。',
          'Practise in the school’s fixed area or under the school’s own permit, or let a certified welder do the work.',
        ),
      },
      'instructor-uncertified': {
        message: words(
          '没有操作证；带教老师的操作证现在不能用于这台焊机的工艺。',
          'There is no certificate, and the instructor’s does not cover this machine’s process at present.',
        ),
        remedy: words(
          '请换一位持证的带教老师开课，或改用工艺相符的焊机。',
          'Let an instructor with the right certificate open a session, or use a machine whose process fits.',
        ),
      },
      'instructor-elsewhere': {
        message: words(
          '学员在实训课内练习，不能使用离线开机码。',
          'A pupil in a practice session cannot use a one-time code.',
        ),
        remedy: words(
          '请在有网络的地方扫码开机，带教老师须在场。',
          'Scan to start where there is a network, with the instructor there.',
        ),
      },
    },
  },
  'certificate.under-instruction': {
    message: words(
      '没有操作证，在带教老师的实训课内练习，可练习至 {until}。',
      'There is no certificate; this is practice in an instructor’s session, possible until {until}.',
    ),
    remedy: words(
      '带教老师须一直在场；下课或老师离开，立即停止练习。',
      'The instructor stays there throughout. Practice stops when the session ends or the instructor leaves.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.not-yet-valid': {
    message: words(
      '操作证还没有到生效日期（有效期 {from} 至 {to}）。',
      'The certificate is not valid yet (valid {from} to {to}).',
    ),
    remedy: words(
      '请等到 {from} 再用这张证作业；手里另有有效证件的，请先登记。',
      'It can be used from {from} on; if you hold another valid certificate, register that one.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.expired': {
    message: words(
      '操作证不在有效期内（{from} 至 {to}）。',
      'The certificate is not within its validity ({from} to {to}).',
    ),
    remedy: words(
      '已换新证的，请登记新证；没换的，先到考试点办理。',
      'If it was renewed, register the new one; otherwise renew it first.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.revoked': {
    message: words('操作证已被吊销或撤销。', 'The certificate has been revoked.'),
    remedy: words(
      '不能作业；如有异议，向发证机关查询。',
      'You must not work; ask the issuing authority if you disagree.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.unverified': {
    message: words('操作证已登记，还没有核验。', 'The certificate is registered but not verified yet.'),
    remedy: words(
      '请单位或网格员提醒监管人员核验，核验通过就能开机。',
      'Ask the enterprise or grid worker to have it verified; then you can start.',
    ),
    legalBasis: SPECIAL_WORK,
    variants: {
      scanned: {
        message: words(
          '操作证还没有核验，已扫电子证，可作业至 {until}。',
          'The certificate is not verified yet. Its e-certificate was scanned, so work is possible until {until}.',
        ),
        remedy: words(
          '请在此之前提醒监管人员核验；核验不通过，立即停止作业。',
          'Have it verified before then; if it does not pass, the work stops at once.',
        ),
      },
    },
  },
  'certificate.forged': {
    message: words('操作证经核查是假证。', 'The certificate was found to be forged.'),
    remedy: words(
      '不能作业；线索已依法移交，请到正规考试点培训考证。',
      'You must not work. The matter is handed over as the law demands; take the examination at an official centre.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.operation-mismatch': {
    message: words(
      '操作证的准操项目不包含这台焊机的工艺（{processZh}）。',
      'The certificate’s operations do not cover this machine’s process ({processEn}).',
    ),
    remedy: words(
      '换准操项目相符的焊工，或增考该项目后登记。',
      'Let a welder with the right operation do it, or add the operation by examination.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.kind-unusual': {
    message: words(
      '所持证件的类别不适合这类作业，通常应持{kindsZh}。',
      'The certificate is of a kind that is unusual for such work; usual is the {kindsEn}.',
    ),
    remedy: words(
      '可以作业；请单位核实。特种设备焊接证只用于特种设备，其他作业请补考并登记相符的证件。',
      'You may work; the enterprise should check. A special-equipment certificate is for such equipment only; otherwise take the examination for the right one.',
    ),
    legalBasis: CERTIFICATE_NOTICE,
  },
  'certificate.review-overdue': {
    message: words(
      '操作证应于 {dueOn} 前复审，逾期未复审已失效。',
      'The certificate was to be reviewed by {dueOn} and has lapsed.',
    ),
    remedy: words('到考试点重新办理后登记新证。', 'Renew it at an examination centre and register the new one.'),
    legalBasis: SPECIAL_WORK,
  },
} as const satisfies Readonly<Record<string, FindingText>>;
