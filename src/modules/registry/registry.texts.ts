import type { Texts } from '../../platform/i18n/texts';

/** Refusals of the register. */
export const registryTexts: Texts = {
  'registry.outside-scope': {
    zh: '不在您的管辖或所属企业范围内，不能这样登记。请核对行政区划和企业。',
    en: 'This lies outside your region or enterprise. Check region and enterprise.',
  },

  'enterprise.not-found': {
    zh: '没有这家企业，或不在您的管理范围内。',
    en: 'There is no such enterprise within your reach.',
  },
  'enterprise.unknown': {
    zh: '没有这家企业，或不在您的管理范围内。请先登记企业。',
    en: 'There is no such enterprise within your reach. Register it first.',
  },
  'enterprise.exists': {
    zh: '这个统一社会信用代码已登记，请直接使用已有的企业。',
    en: 'This credit code is registered already. Use the enterprise that has it.',
  },
  'enterprise.uscc-required': {
    zh: '企业必须填写统一社会信用代码；个体工商户可以不填。',
    en: 'A company needs its unified social credit code; an individual may go without.',
  },
  'enterprise.uscc-malformed': {
    zh: '统一社会信用代码应为 18 位数字和大写字母（不含 I、O、S、V、Z），请对照营业执照填写。',
    en: 'A unified social credit code has 18 digits and capitals (no I, O, S, V, Z). Copy it from the licence.',
  },
  'enterprise.uscc-is-a-person': {
    zh: '这是一个身份证号码，不是统一社会信用代码。请对照营业执照填写；没有信用代码的个体工商户可以不填。',
    en: 'This is a person’s identity number, not a credit code. Copy it from the licence; a sole trader without one may leave it out.',
  },
  'enterprise.uscc-checksum': {
    zh: '统一社会信用代码的校验位不对，请对照营业执照逐位核对。',
    en: 'The check digit of the credit code is wrong. Compare it with the licence sign by sign.',
  },
  'enterprise.exception-not-yours': {
    zh: '校验位不对的代码只能由管理员说明理由后登记，请联系管理员。',
    en: 'Only an administrator may let in a code with a wrong check digit. Ask one.',
  },
  'enterprise.phone-malformed': {
    zh: '联系电话应为 11 位手机号码，或带区号的固定电话。',
    en: 'The phone must be a mobile number of 11 digits, or a fixed line with its area code.',
  },

  'welder.not-found': { zh: '没有这名焊工，或不在您的管理范围内。', en: 'There is no such welder within your reach.' },
  'welder.unknown': {
    zh: '没有这名焊工，或不在您的管理范围内。请先登记焊工。',
    en: 'There is no such welder within your reach. Register the welder first.',
  },
  'welder.exists': {
    zh: '这个身份证号码的焊工已登记，不用重复登记。',
    en: 'A welder with this identity number is registered already; there is no need to do it again.',
  },
  'employment.none': {
    zh: '这名焊工现在不在该单位任职，可能已经解除。请刷新。',
    en: 'The welder does not work for this enterprise now; somebody may have ended it. Reload the page.',
  },
  'employment.not-yours': {
    zh: '只有焊工本人、该单位负责人或管理员、主管部门可以解除雇佣。',
    en: 'Only the welder, who leads the enterprise, or an official in charge ends the employment.',
  },
  'employment.at-work': {
    zh: '这名焊工正在为该单位作业，请先结束作业，再解除雇佣。',
    en: 'The welder is at work for this enterprise. Finish the job first, then end the employment.',
  },
  'employment.not-found': {
    zh: '没有这条待确认的雇佣关系，或已处理。',
    en: 'There is no such employment waiting for you, or somebody settled it.',
  },
  'welder.phone-malformed': {
    zh: '应为焊工本人的 11 位手机号码。',
    en: 'Must be the welder’s own mobile number of 11 digits.',
  },

  'id-number.malformed': {
    zh: '身份证号码应为 18 位，最后一位可以是 X。',
    en: 'An identity number has 18 digits; the last may be X.',
  },
  'id-number.birth-date': {
    zh: '身份证号码中的出生日期不存在，请对照证件核对第 7 至 14 位。',
    en: 'The birth date in the identity number does not exist. Check its digits 7 to 14 against the card.',
  },
  'id-number.checksum': {
    zh: '身份证号码的校验位不对，多半有一位输错了。请对照证件逐位核对。',
    en: 'The check digit of the identity number is wrong: probably one digit was mistyped. Compare it with the card.',
  },
  'id-number.area-unknown': {
    zh: '身份证号码的地区码不在已知代码中，请再核对一次证件（不影响登记）。',
    en: 'The area of the identity number is not a known one. Look at the card once more (it was registered all the same).',
  },
  'id-number.age-unlikely': {
    zh: '按号码推算的年龄不在 16 至 100 岁之间，请再核对一次证件（不影响登记）。',
    en: 'By this number the age is not between 16 and 100. Look at the card once more (it was registered all the same).',
  },

  'machine.not-found': {
    zh: '没有这台焊割设备，或不在您的管理范围内。',
    en: 'There is no such machine within your reach.',
  },
  'machine.unknown': {
    zh: '有的设备不存在，或不在您的管理范围内。',
    en: 'A machine does not exist within your reach.',
  },
  'machine.serial-elsewhere': {
    zh: '另一家单位也登记过这个型号和出厂编号的设备，请核对铭牌（不影响登记）。',
    en: 'Somebody else has a machine of this model and serial number. Check the nameplate (it was registered all the same).',
  },
  'machine.exists': {
    zh: '这个型号和出厂编号的设备已登记，请核对铭牌。',
    en: 'A machine of this model and serial number is registered already. Check the nameplate.',
  },
  'machine.gas-is-code-only': {
    zh: '气焊气割设备没有电源可控，只能用“仅贴码”方式。',
    en: 'A gas set has no power to switch: it can only be code-only.',
  },
  'machine.facts-not-yours': {
    zh: '焊接工艺、控制方式、接口数、额定电流和自动焊，只能由技术员安装芯片时或监管人员、网格员到现场核对后更改。请联系网格员或技术员。',
    en: 'Process, control, outlets, rated current and automatic working are changed only by a technician at the fitting, or by an official or grid worker who saw the machine. Ask one of them.',
  },
  'machine.facts-photo-missing': {
    zh: '更改或确认这些内容，要附一张现场拍的设备和铭牌照片。请拍照上传后再提交。',
    en: 'To change or confirm this, take a photo of the machine and its nameplate on the spot and send it along.',
  },
  'machine.facts-reason-missing': {
    zh: '请写明更改或确认的依据，例如“现场核对铭牌”。',
    en: 'Say what it rests on, for example “nameplate checked on site”.',
  },
  'machine.photo-unknown': {
    zh: '没有这张照片，或不是您本人上传的。请重新拍照上传。',
    en: 'There is no such photo of yours. Take and upload it again.',
  },
  'machine.official-only': {
    zh: '停用和恢复使用由监管部门决定，请联系监管人员。',
    en: 'Only the authority stops a machine and lets it work again. Ask the regulator.',
  },
  'machine.chip-still-bound': {
    zh: '设备上还有监管芯片，请先拆下芯片并解除绑定。',
    en: 'The machine still has its chip. Take it off and unbind it first.',
  },
  'machine.command-unknown': { zh: '没有这项操作。', en: 'There is no such command.' },
  'machine.command-not-open': {
    zh: '设备现在的状态不能做这项操作，请刷新后再看。',
    en: 'The machine’s status does not allow this now. Reload and look again.',
  },
  'machine.takes-no-chip': {
    zh: '这台设备是“仅贴码”方式，不装监管芯片。如要安装，请先修改控制方式。',
    en: 'This machine is code-only and takes no chip. Change its control first.',
  },
  'machine.not-in-use': {
    zh: '设备已报废或丢失，不能绑定芯片。',
    en: 'The machine is scrapped or lost; no chip can be bound to it.',
  },
  'machine.already-has-chip': {
    zh: '这台设备已绑定另一块芯片，请先解除绑定。',
    en: 'This machine has another chip. Unbind that one first.',
  },
  'machine.has-no-chip': { zh: '这台设备没有绑定芯片。', en: 'This machine has no chip.' },

  'chip.at-work': {
    zh: '这台设备正在作业，芯片还不能拆下或换到别的设备上。请先让焊工完工（或由监管人员叫停），断电后再拆。',
    en: 'A job runs on this machine, so its chip stays. Let the welder finish (or stop the job); then take the chip off.',
  },
  'chip.unknown': {
    zh: '没有这个芯片号，请核对芯片上的号码；新到的芯片要先导入。',
    en: 'There is no such chip. Check the number on it; new chips are imported first.',
  },
  'chip.blocked': {
    zh: '这块芯片已被封锁，不能使用，请换一块。',
    en: 'This chip is blocked and cannot be used. Take another.',
  },
  'chip.already-bound': {
    zh: '这块芯片已绑定另一台设备，请先在那台设备上解除绑定。',
    en: 'This chip is bound to another machine. Unbind it there first.',
  },
  'chip.never-heard': {
    zh: '平台还没有收到过这枚芯片的消息，不用复位。',
    en: 'Nothing was ever heard of this chip; there is nothing to reset.',
  },
  'chip.exists': { zh: '这个芯片号已导入过。', en: 'This chip number was imported before.' },
  'chip.repeated': { zh: '这个芯片号在文件中重复。', en: 'This chip number stands in the file twice.' },
  'chip.line-malformed': {
    zh: '这一行不是四列：芯片号、密钥、型号、批次，用英文逗号分隔。',
    en: 'The line does not have four columns: number, secret, model, batch, separated by commas.',
  },
  'chip.number-malformed': {
    zh: '芯片号应为 12 至 20 位大写字母或数字。',
    en: 'A chip number has 12 to 20 capitals or digits.',
  },
  'chip.number-rounded': {
    zh: '芯片号末尾是一串 0，多半是表格软件把长数字四舍五入了。请对照芯片上的号码核对（已导入）。',
    en: 'The number ends in zeros: a spreadsheet probably rounded it. Compare it with the chip (it was imported all the same).',
  },
  'chip.secret-weak': {
    zh: '密钥全是 0，不是真正的密钥。请向芯片厂家索取正确的密钥。',
    en: 'The secret is all zeros and protects nothing. Ask the maker for the right one.',
  },
  'file.encoding-unknown': {
    zh: '读不出文件的文字编码。请在表格软件中另存为“CSV UTF-8”后再导入。',
    en: 'The encoding of the file cannot be read. Save it as “CSV UTF-8” in the spreadsheet and import it again.',
  },
  'chip.secret-malformed': { zh: '密钥应为 64 位十六进制数字。', en: 'A secret has 64 hexadecimal digits.' },
  'chip.model-missing': { zh: '没有填写型号。', en: 'The model is missing.' },
  'chip.batch-missing': { zh: '没有填写批次。', en: 'The batch is missing.' },
  'chip.csv-expected': {
    zh: '请上传 CSV 文件（Content-Type: text/csv）。',
    en: 'Send a CSV file (Content-Type: text/csv).',
  },

  'designated-area.not-found': {
    zh: '没有这个固定动火区，或您无权查看。',
    en: 'There is no such designated area, or you may not see it.',
  },
  'designated-area.not-on-site': {
    zh: '定位不在这个固定动火区内，或误差太大。请到现场打开定位，再扫公示牌。',
    en: 'Your position is not inside this designated area, or not exact enough. Go there, switch positioning on and scan the signboard again.',
  },
  'designated-area.signboard-taken': {
    zh: '这块公示牌已用于别的固定动火区，请换一块。',
    en: 'This signboard belongs to another designated area already. Use another one.',
  },
  'designated-area.dates-reversed': { zh: '结束时间应在开始时间之后。', en: 'The end must be after the beginning.' },
};
