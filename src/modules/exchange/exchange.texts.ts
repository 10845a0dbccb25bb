import type { Texts } from '../../platform/i18n/texts';

export const exchangeTexts: Texts = {
  'exchange.partner-not-found': { zh: '没有这个对接平台。', en: 'There is no such platform.' },
  'exchange.partner-exists': {
    zh: '本地区已有同名的对接平台。',
    en: 'The region exchanges with a platform of this name already.',
  },
  'exchange.partner-stopped': { zh: '与这个平台的对接已停止。', en: 'The exchange with this platform was stopped.' },
  'exchange.partner-not-called': {
    zh: '没有填写对方接口地址，本平台不会主动调用对方。',
    en: 'No address is known for this platform, so it is not called.',
  },
  'exchange.agreement-ends-before': {
    zh: '协议的截止日期不能早于起始日期。',
    en: 'The agreement must not end before it begins.',
  },
  'exchange.mapping-exists': {
    zh: '这一天已经有一份对照表生效，请另选生效日期。',
    en: 'A mapping begins on this day already. Choose another day.',
  },
  'exchange.mapping-missing': {
    zh: '这类数据还没有生效的字段对照表。',
    en: 'No mapping of this kind is in force.',
  },
  'exchange.field-unknown': { zh: '没有这个字段', en: 'there is no such field' },
  'exchange.field-twice': { zh: '同一字段对照了两次', en: 'the field is named twice' },
  'exchange.name-twice': { zh: '对方字段名重复', en: 'their name is used twice' },
  'exchange.name-malformed': {
    zh: '对方字段名应以文字或下划线开头，最多 60 个字，不含空格',
    en: 'their name begins with a letter or an underline, and has at most 60 signs and no blanks',
  },
  'exchange.format-unfit': { zh: '这个格式不适用于该字段', en: 'this format does not fit the field' },
  'exchange.purpose-missing': {
    zh: '个人信息字段须写明使用目的',
    en: 'personal data needs the purpose that it is used for',
  },
  'exchange.purpose-unfit': { zh: '该字段不是个人信息，不用写使用目的', en: 'only personal data has a purpose' },
  'exchange.codes-unfit': { zh: '该字段不使用代码表', en: 'this field has no code list' },
  'exchange.code-not-ours': { zh: '代码表中有本平台没有的值', en: 'the code list names a word that we do not have' },
  'exchange.code-empty': { zh: '代码表中有空的对方代码', en: 'a code of the list is empty' },
  'exchange.codes-missing': { zh: '代码表缺少：{missing}', en: 'the code list lacks: {missing}' },
  'exchange.kind-not-taken': {
    zh: '这类数据不能由该平台提供。',
    en: 'This platform does not tell us of this kind.',
  },
  'exchange.code-unmapped': { zh: '有值不在代码表中', en: 'a value is not on the code list' },
  'exchange.code-unknown': { zh: '代码表中没有这个代码', en: 'the code list does not have this code' },
  'exchange.code-ambiguous': {
    zh: '这个代码对应本平台的多个值，无法判断',
    en: 'this code stands for several words of ours',
  },
  'exchange.value-malformed': { zh: '格式与对照表不符', en: 'it is not written as the mapping says' },
  'exchange.differs': { zh: '与本平台登记的不一致', en: 'it differs from the register' },
  'exchange.region-not-theirs': {
    zh: '所属地区不在对接范围内',
    en: 'the region does not belong to the exchange',
  },
  'exchange.headings-missing': {
    zh: '表头与字段对照表不符，请使用对方平台的字段名作表头。',
    en: 'The headings are not those of the mapping. Use the names of the other platform.',
  },
  'exchange.file-too-long': {
    zh: '一次最多 {most} 行，请分成几个文件；更大的名单请到“批量导入”导入。',
    en: 'A file has {most} rows at most here. Send it in parts, or bring a larger list in by “Imports”.',
  },
  'exchange.too-many-to-write': {
    zh: '登记超过 {most} 条，一个文件装不下。电子表格装不下的请导出 CSV；仍装不下的请按地区分设对接平台，或通过接口推送。',
    en: 'There are more than {most} registrations. Export CSV where a spreadsheet is too small; beyond that give each region its own platform, or send them by the interface.',
  },
  'exchange.cannot-write': {
    zh: '字段“{name}”有值不在代码表中，请先补全字段对照表。',
    en: 'A value of “{name}” is not in its code list. Complete the mapping first.',
  },
  'exchange.not-a-vendor': {
    zh: '只有芯片厂商云平台才能登记芯片。',
    en: 'Only the cloud of a chip’s vendor speaks for chips.',
  },
  'exchange.chip-of-another': {
    zh: '芯片 {number} 已登记在另一个厂商云平台。',
    en: 'Chip {number} speaks through another vendor’s cloud.',
  },
  'exchange.chip-not-theirs': {
    zh: '这块芯片没有登记在该厂商云平台名下。',
    en: 'This vendor does not speak for this chip.',
  },
  'exchange.chip-unknown': { zh: '芯片 {number} 还没有导入。', en: 'Chip {number} was not imported yet.' },
  'exchange.no-chips-here': {
    zh: '这个服务进程不接收芯片数据。',
    en: 'This process does not talk with chips.',
  },
  'exchange.intake-full': { zh: '接收队列已满，请稍后重发。', en: 'The intake is full. Send it again soon.' },
  'exchange.signature-wrong': {
    zh: '签名不正确、已过期，或对接已停止。',
    en: 'The signature is wrong or too old, or the exchange was stopped.',
  },
  'exchange.not-of-this-kind': {
    zh: '这类对接平台不能调用这个接口。',
    en: 'This address is not for a platform of this kind.',
  },
};
