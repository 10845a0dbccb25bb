import type { Texts } from '../../platform/i18n/texts';

export const jobTexts: Texts = {
  'job.refused': {
    zh: '现在不能开机，原因和办法见下面各条。',
    en: 'The machine stays off. Each finding below says why, and what to do.',
  },
  'job.starter-not-entitled': {
    zh: '您不能替这名焊工开机。只有焊工本人，或动火票所属单位的监护人、安全员可以。',
    en: 'You cannot start for this welder. Only the welder, or a fire watcher or safety officer of the permit’s enterprise can.',
  },
  'job.try-again': {
    zh: '同一时刻有人在操作这台焊机，请再扫一次。',
    en: 'Somebody used this machine at the same moment. Scan again.',
  },
  'job.not-found': { zh: '没有这个作业，或您无权查看。', en: 'There is no such job, or you may not see it.' },
  'job.no-stop-order': {
    zh: '这个作业没有被当场叫停，或没有这种处理方式。',
    en: 'This job was not stopped on the spot, or there is no such decision.',
  },
  'job.stop-decided': {
    zh: '这次叫停已经处理过，或超过时限已自动失效。',
    en: 'This stop has been decided already, or has lapsed.',
  },
  'job.not-yours': {
    zh: '这不是您的作业。请本人、监护人或安全员来操作。',
    en: 'This is not your job. Its welder, a fire watcher or a safety officer can do this.',
  },
  'job.not-running': {
    zh: '这个作业没有在进行，不能交接。请重新扫码开机。',
    en: 'This job is not running, so it cannot be handed over. Scan the machine to start.',
  },
  'job.outlet-unknown': { zh: '这台焊机只有 {outlets} 个接口。', en: 'This machine has {outlets} outlet(s).' },
  'job.photo-required': {
    zh: '这台焊机没有芯片，开机要拍一张现场照片。',
    en: 'This machine has no chip: take a photo on site to start.',
  },
  'job.photo-unknown': {
    zh: '照片没有上传成功，请重新拍照。',
    en: 'This photo is not among those you have uploaded. Take it again.',
  },
  'photo-check.not-found': {
    zh: '没有这张待复核的照片，或您无权查看。',
    en: 'There is no such photo to look at, or you may not see it.',
  },
  'photo-check.own-photo': {
    zh: '不能复核自己拍的照片，请由安全员或负责人中的另一人复核。',
    en: 'Nobody checks a photo of their own. Another safety officer or the head does.',
  },
  'photo-check.not-yours': {
    zh: '这张照片由监管人员复核；网格员只复核小型作业和个体焊工的照片。',
    en: 'An official looks at this photo. A grid worker looks at those of small jobs and of self-employed welders.',
  },
  'job.photo-not-asked': {
    zh: '这次作业现在不需要再拍照片。',
    en: 'This job has not been asked for another photo.',
  },
  'job.photo-before-ask': {
    zh: '照片是在通知之前上传的，请现在重新拍一张焊工本人的照片。',
    en: 'This photo was uploaded before the platform asked. Take one of the welder now.',
  },
  'photo-check.decided-already': { zh: '这张照片已经复核过了。', en: 'Somebody has decided on this photo already.' },
  'code.wrong-kind': {
    zh: '扫错码了：焊机栏请扫机身上的码，焊工栏请扫焊工卡上的码。',
    en: 'That is another kind of code: scan the one on the machine for the machine, the one on the card for the welder.',
  },
  'job.offline-no-chip': {
    zh: '这台焊机没有芯片控制，不需要离线开机码，直接扫码开机即可。',
    en: 'No chip switches this machine, so it needs no one-time code. Just start the job.',
  },
  'offline.chip-heard': {
    zh: '这台设备的芯片现在联网正常，请直接扫码开机。作业点没有信号的（如地下室），请监护人或安全员到现场在作业票上点“现场无信号”，或请网格员、监管人员登记，再取离线开机码。',
    en: 'The chip of this machine is connected: scan and start. Where the place of work has no signal (a cellar), have the watcher or safety officer state “no signal here” on the permit on the spot, or an official; then ask for the code again.',
  },
  'offline.special': {
    zh: '特级动火不能使用离线开机码。请把设备移到有信号的位置，联网后扫码开机。',
    en: 'There is no one-time code at special level. Move the machine to where it has signal, then scan and start.',
  },
  'job.offline-measured': {
    zh: '这项作业要连续监测气体，读数一断就得停电，芯片没有网络时不能作业。请换有信号的位置或等网络恢复。',
    en: 'This work is measured all along and stops once no reading comes, so it is not done while the chip has no network. Wait for the network, or work where there is one.',
  },
  'job.offline-too-short': {
    zh: '动火票剩余时间不足 1 小时，不能发离线开机码。请重新办票，或到有信号的地方开机。',
    en: 'Less than one hour is left on the permit. Get a new one, or start where there is signal.',
  },
  'job.offline-too-many': {
    zh: '这台焊机已有 10 个离线码没有用掉，请先让芯片联网一次。',
    en: 'Ten one-time codes of this machine are still out. Let its chip connect once first.',
  },
  'job.ends-soon.permit-expired': {
    zh: '动火票还有 {minutes} 分钟到期，到时自动断电。',
    en: 'The permit ends in {minutes} min; power goes off then.',
  },
  'job.ends-soon.certificate-expired': {
    zh: '操作证还有 {minutes} 分钟到期，到时自动断电。',
    en: 'The certificate expires in {minutes} min; power goes off then.',
  },
  'job.ends-soon.practice-over': {
    zh: '实训课还有 {minutes} 分钟结束（带教老师须按时确认在场），到时自动断电。',
    en: 'The practice session ends in {minutes} min unless its instructor shows to be there; power goes off then.',
  },
  'job.ends-soon.raised-time': {
    zh: '{minutes} 分钟后进入夜间、休息日、节假日或重点时段，本票级别不够，到时自动断电。要继续作业，请办理高一级的作业票。',
    en: 'In {minutes} min a night, rest day, holiday or special period begins that asks for a stricter permit; power goes off then. Get a permit one level stricter to go on.',
  },
  'job.ends-soon.open-to-public': {
    zh: '{minutes} 分钟后到营业时间，营业期间禁止动火，到时自动断电。',
    en: 'Business hours begin in {minutes} min, and hot work is forbidden then; power goes off.',
  },
  'job.ends-soon.time-limit': {
    zh: '单次作业时长还剩 {minutes} 分钟，到时自动断电。',
    en: 'The longest time for one job is over in {minutes} min; power goes off then.',
  },
  'job.ends-soon.idle': {
    zh: '长时间没有焊接，{minutes} 分钟后自动断电。',
    en: 'No arc for a long time; power goes off in {minutes} min.',
  },
};
