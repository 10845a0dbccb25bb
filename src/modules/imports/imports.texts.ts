import type { Texts } from '../../platform/i18n/texts';

const FILE: Texts = {
  'import.kind-unknown': { zh: '请选择要导入的名单类型。', en: 'Choose what the list holds.' },
  'import.kind-not-yours': { zh: '您不能导入这类名单。', en: 'You cannot import lists of this kind.' },
  'import.not-found': { zh: '没有这次导入，或不在您的管理范围内。', en: 'There is no such import within your reach.' },
  'import.not-previewed': {
    zh: '文件还没有读完，或无法导入，暂不能执行导入。',
    en: 'The file is not read to its end, or cannot be imported.',
  },
  'import.cursor-unknown': { zh: '翻页位置不正确，请从第一页重新查看。', en: 'Start again from the first page.' },
  'import.too-many': {
    zh: '您同时导入的文件太多，请等前面的完成后再试。',
    en: 'You have too many imports under way. Wait until the others are done.',
  },
  'import.too-large': {
    zh: '文件不能超过 {most} MB，请拆分后再导入。',
    en: 'A file may have at most {most} MB. Split it.',
  },
  'import.file-missing': { zh: '请选择要导入的文件。', en: 'Choose a file.' },
  'import.empty': { zh: '文件里没有数据。', en: 'There is no data in the file.' },
  'import.not-a-table': {
    zh: '这不是表格文件，请选择电子表格工作簿或 CSV 文件。',
    en: 'This is no table. Choose an XLSX or a CSV file.',
  },
  'import.old-workbook': {
    zh: '这是旧版工作簿或加了密码的文件，请另存为不带密码的新版工作簿后再导入。',
    en: 'This is an old XLS file, or one with a password. Save it as XLSX without a password.',
  },
  'import.encoding-unknown': {
    zh: '文件的文字编码无法识别，请另存为新版工作簿或“CSV UTF-8”。',
    en: 'The encoding of the file cannot be read. Save it as XLSX or “CSV UTF-8”.',
  },
  'import.file-broken': {
    zh: '文件已损坏，无法读取，请重新导出。',
    en: 'The file is damaged and cannot be read. Export it again.',
  },
  'import.unpacks-too-large': {
    zh: '文件解压后过大，已停止读取。请只保留需要的数据，另存后再导入。',
    en: 'The file unpacks to more than is read. Keep only the data that is needed and save it again.',
  },
  'import.too-many-rows': {
    zh: '一个文件最多 250000 行，请拆分后再导入。',
    en: 'A file may have at most 250,000 rows. Split it.',
  },
  'import.too-many-columns': {
    zh: '列数过多，请只保留需要的列。',
    en: 'The file has too many columns. Keep those that are needed.',
  },
  'import.cell-too-long': {
    zh: '有单元格内容过长，可能是引号没有配对，请检查文件。',
    en: 'A cell is too long. A quotation mark may be unpaired.',
  },
  'import.wrong-kind': {
    zh: '您选择的是“{kind}”，但这个文件看起来是“{looksLike}”。',
    en: 'You chose “{kind}”, but this file looks like “{looksLike}”.',
  },
  'import.sheet-hidden': {
    zh: '名单在隐藏的工作表“{sheet}”里，没有读取。请取消隐藏后保存，再重新上传。',
    en: 'The list lies in the hidden sheet “{sheet}” and was not read. Show the sheet, save the file and send it again.',
  },
  'import.too-many-merged': {
    zh: '合并的单元格过多，请取消合并后再导入。',
    en: 'Too many cells are merged. Unmerge them and send the file again.',
  },
  'import.headings-missing': {
    zh: '没有找到这些列：{missing}。请对照模板检查表头。',
    en: 'These columns were not found: {missing}. Compare the headings with the template.',
  },
};

const CELLS: Texts = {
  'import.required': { zh: '“{field}”不能为空。', en: '“{field}” must be filled in.' },
  'import.too-long': { zh: '“{field}”内容过长。', en: '“{field}” is too long.' },
  'import.number-spoilt': {
    zh: '“{field}”被表格软件当作数值处理，后面的数字已丢失。请把单元格设为“文本”，重新填写完整号码。',
    en: '“{field}”: the spreadsheet program took it for a quantity and lost its last digits. Set the cell to “text” and type the whole number again.',
  },
  'import.number-looks-spoilt': {
    zh: '“{field}”末尾是连续的 0，可能被表格软件改动过，请与铭牌核对。',
    en: '“{field}” ends in zeros: a spreadsheet program may have changed it. Compare it with the nameplate.',
  },
  'import.number-unreadable': { zh: '“{field}”应为整数。', en: '“{field}” should be a whole number.' },
  'import.number-out-of-range': { zh: '“{field}”超出允许的范围。', en: '“{field}” is out of range.' },
  'import.date-unreadable': {
    zh: '“{field}”无法识别为日期，请写成 2026-01-05。',
    en: '“{field}” is no date. Write it as 2026-01-05.',
  },
  'import.date-ambiguous': {
    zh: '“{field}”分不清月和日，请写成 2026-01-05。',
    en: '“{field}”: month and day cannot be told apart. Write it as 2026-01-05.',
  },
  'import.word-unknown': {
    zh: '“{field}”的内容不在可选范围内，请对照模板的填写说明。',
    en: '“{field}” holds a word that is not known. See the notes of the template.',
  },
  'import.formula-unread': {
    zh: '“{field}”是公式，文件里没有保存计算结果。请改成数值或文字后重新上传。',
    en: '“{field}” is a formula without a stored result. Put the value itself into the cell.',
  },
  'import.row-hidden': {
    zh: '这一行在表格里是隐藏的（可能被筛选掉了），没有导入。需要导入请取消隐藏或清除筛选，再重新上传。',
    en: 'The row is hidden in the file, perhaps by a filter, and stays out. To bring it in, show the row and send the file again.',
  },
  'import.formula': {
    zh: '“{field}”由公式得出，平台只取已保存的结果，请核对。',
    en: '“{field}” comes from a formula. Its stored result was taken; check it.',
  },
};

const REGISTER: Texts = {
  'import.repeated': { zh: '与本文件前面的行重复。', en: 'An earlier row of this file is about the same.' },
  'import.looks-repeated': {
    zh: '与本文件前面的行内容相同且没有编号，请确认不是同一台。',
    en: 'An earlier row says the same, and there is no number. Make sure that these are two.',
  },
  'import.taken': {
    zh: '导入时已有其他人登记了相同内容，本行未写入。',
    en: 'Somebody else registered the same meanwhile. This row was not written.',
  },
  'import.region-ambiguous': {
    zh: '“{field}”有多个同名地区，请填写行政区划代码。',
    en: '“{field}”: several regions have this name. Give the code.',
  },
  'import.enterprise-ambiguous': {
    zh: '“{field}”有多个同名单位，请填写统一社会信用代码。',
    en: '“{field}”: several enterprises have this name. Give the credit code.',
  },
  'import.two-owners': {
    zh: '所属单位和个人所有者只能填一项。',
    en: 'Give either the enterprise or the owner.',
  },
  'import.name-differs': {
    zh: '平台上已有这个号码，但名称不同，本行未写入，请核对。',
    en: 'The register has this number under another name. The row is not written; compare them.',
  },
  'import.holder-unknown': {
    zh: '平台上没有登记这位持证人。请先登记焊工，再导入证书名单。',
    en: 'The holder is not registered. Register the welder first, then import the list again.',
  },
  'import.dates-differ': {
    zh: '与平台上证书的有效期不一致，本行未写入，请人工核对。',
    en: 'The dates differ from those of the card in the register. The row is not written; a person decides.',
  },
  'import.revoked-in-list': {
    zh: '名单显示证书已吊销，但平台上仍在使用，请核实后在焊工页面吊销。',
    en: 'The list says revoked, and the card counts in the register. Find out, and revoke it at the welder’s page.',
  },
  'import.valid-in-list': {
    zh: '名单显示证书有效，但平台上已吊销或标为伪造，请核实。',
    en: 'The list says valid, and the card is revoked or forged in the register. Find out which is right.',
  },
};

export const importTexts: Texts = { ...FILE, ...CELLS, ...REGISTER };
