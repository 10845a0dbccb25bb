import { type FindingText, words } from './finding-text';
import { EQUIPMENT } from './legal-bases';

/** What can speak against a machine or its chip. */
export const MACHINE_FINDINGS = {
  'machine.unregistered': {
    message: words('这个码没有对应的在册焊机。', 'This code belongs to no registered machine.'),
    remedy: words(
      '核对机身上的码；焊机还没登记的，联系网格员或技术员现场登记。',
      'Check the code on the machine. If it is not registered yet, ask a grid worker or technician to register it on site.',
    ),
    legalBasis: null,
  },
  'machine.suspended': {
    message: words('这台焊机已停用或正在维修。', 'This machine is suspended or under repair.'),
    remedy: words(
      '换一台在用的焊机；维修好的，由单位在平台上恢复使用。',
      'Use another machine; once repaired, its enterprise puts it back into service on the platform.',
    ),
    legalBasis: EQUIPMENT,
  },
  'machine.scrapped': {
    message: words('这台焊机已报废，不能再用。', 'This machine has been scrapped and must not be used.'),
    remedy: words(
      '换一台在册焊机；如果报废登记有误，请单位重新登记。',
      'Use a registered machine; if it was scrapped by mistake, its enterprise registers it again.',
    ),
    legalBasis: EQUIPMENT,
  },
  'machine.lost': {
    message: words('这台焊机已挂失。', 'This machine has been reported lost.'),
    remedy: words(
      '先不要使用，联系挂失单位或网格员核实后解除挂失。',
      'Do not use it. Ask the enterprise that reported it, or the grid worker, to check and lift the report.',
    ),
    legalBasis: null,
  },
  'machine.no-chip': {
    message: words('这台电焊机没有可用的监管芯片。', 'This electric machine has no usable control chip.'),
    remedy: words(
      '请单位预约技术员装芯片；先换一台装了芯片的焊机作业。',
      'Have the enterprise book a technician to fit a chip; meanwhile use a machine that has one.',
    ),
    legalBasis: null,
  },
  'machine.facts-unconfirmed': {
    message: words(
      '这台设备登记为不装芯片（气焊或仅贴码），还没有人到现场核对。',
      'This machine is registered as one without chip (gas set or code only), and nobody has checked that on site.',
    ),
    remedy: words(
      '开工时把设备连同铭牌拍一张照片；请单位联系网格员或技术员到现场核对确认。',
      'Take a photo of the set with its nameplate when you start. Have the enterprise ask a grid worker or technician to check it.',
    ),
    legalBasis: null,
    variants: {
      shown: {
        message: words(
          '这台设备登记为不装芯片，还没有人到现场核对；照片已随本次作业留存。',
          'This machine is registered as one without chip and nobody has checked that on site; the photo is kept with this job.',
        ),
        remedy: words(
          '可以作业；请单位联系网格员或技术员到现场核对确认。',
          'Work may go on; the enterprise should have a grid worker or technician check it.',
        ),
      },
    },
  },
  'machine.inspection-overdue': {
    message: words('这台焊机的安全检查已于 {dueOn} 到期。', 'The safety check of this machine was due on {dueOn}.'),
    remedy: words(
      '请单位安排检查，并把结果登记到平台。',
      'Have the enterprise check the machine and record the result on the platform.',
    ),
    legalBasis: EQUIPMENT,
    variants: {
      soon: {
        message: words(
          '这台焊机的安全检查 {dueOn} 到期，还有 {days} 天。',
          'The safety check of this machine is due on {dueOn}, in {days} days.',
        ),
        remedy: words(
          '可以作业；请单位在到期前安排检查。',
          'Work may go on; the enterprise should have it checked in time.',
        ),
      },
      unknown: {
        message: words('这台焊机没有安全检查记录。', 'No safety check of this machine is on record.'),
        remedy: words('请单位补登检查日期。', 'Have the enterprise record when it was checked.'),
      },
    },
  },
  'machine.in-use': {
    message: words(
      '这台焊机（{outlet} 号接口）正被另一个作业占用。',
      'Outlet {outlet} of this machine is held by another job.',
    ),
    remedy: words(
      '等对方结束作业，或由对方在页面上点“交接”；也可以换一台焊机。',
      'Wait until that job ends, have its welder hand over, or use another machine.',
    ),
    legalBasis: null,
  },
  'chip.tampered': {
    message: words('这台焊机的芯片有防拆报警，还没处理。', 'The tamper alarm of this machine’s chip is still open.'),
    remedy: words(
      '联系技术员到现场检查，恢复后报警自动解除。',
      'Ask a technician to check it on site; the alarm closes once it is put right.',
    ),
    legalBasis: null,
  },
  'chip.offline': {
    message: words(
      '这台焊机的芯片已超过 {seconds} 秒没有联网。',
      'This machine’s chip has not been heard of for more than {seconds} seconds.',
    ),
    remedy: words(
      '接通电源等一分钟再扫；现场没有信号的，点“离线开机码”。',
      'Switch the mains on, wait a minute and scan again; without signal on site use the one-time code.',
    ),
    legalBasis: null,
  },
} as const satisfies Readonly<Record<string, FindingText>>;
