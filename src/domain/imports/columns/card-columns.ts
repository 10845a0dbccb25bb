import { date, identifier, oneOf, severalOf, words, type Column, type ValuesOf } from '../column';
import { CERTIFICATE_KIND_MEANINGS, LISTED_STATE_MEANINGS, OPERATION_MEANINGS } from '../meanings';

const validDate = (zh: string, en: string, aliases: readonly string[], example: string): Column<string> => ({
  heading: { zh, en },
  aliases,
  required: true,
  example,
  note: { zh: '如 2026-01-05、2026/1/5、2026年1月5日。', en: 'For example 2026-01-05.' },
  read: date,
});

export const certificateColumns = {
  name: {
    heading: { zh: '姓名', en: 'Name' },
    aliases: ['持证人', '持证人姓名'],
    required: true,
    example: '张三（示例）',
    note: { zh: '与证书一致。', en: 'As on the certificate.' },
    read: words(60),
  },
  number: {
    heading: { zh: '证书编号', en: 'Certificate number' },
    aliases: ['证号', '操作证号', '证书号', '证件编号', 'number'],
    required: true,
    example: '',
    note: {
      zh: '特种作业操作证为 T 加证件号码。',
      en: 'Of a special-operation certificate: T and the holder’s identity number.',
    },
    read: identifier(40),
  },
  idNumber: {
    heading: { zh: '身份证号码', en: 'Identity number' },
    aliases: ['身份证号', '身份证', '公民身份号码', '证件号码', 'id number'],
    required: false,
    example: '',
    note: {
      zh: '特种作业操作证可不填，由证号得出；其他证书须填。',
      en: 'May be left out where the certificate number holds it.',
    },
    read: identifier(40),
  },
  kind: {
    heading: { zh: '证书类型', en: 'Certificate' },
    aliases: ['证书种类', '类型', '证件类型'],
    required: false,
    example: '特种作业操作证',
    note: { zh: '不填为特种作业操作证。', en: 'Left out: special-operation certificate.' },
    read: oneOf(CERTIFICATE_KIND_MEANINGS),
  },
  operations: {
    heading: { zh: '准操项目', en: 'Operations' },
    aliases: ['操作项目', '作业项目', '作业类别', '项目'],
    required: true,
    example: '熔化焊接与热切割',
    note: {
      zh: '熔化焊接与热切割、压力焊、钎焊；多项用顿号分开。',
      en: 'fusion, pressure, brazing; several parted by commas.',
    },
    read: severalOf(OPERATION_MEANINGS),
  },
  issuer: {
    heading: { zh: '发证机关', en: 'Issuer' },
    aliases: ['签发机关', '发证单位', '颁发机关'],
    required: true,
    example: '河南省应急管理厅',
    note: { zh: '证书上的发证机关。', en: 'As on the certificate.' },
    read: words(120),
  },
  issuedOn: {
    ...validDate('初领日期', 'Issued on', ['发证日期', '签发日期', '首次领证日期'], '2024-03-01'),
    required: false,
  },
  validFrom: validDate(
    '有效期起',
    'Valid from',
    ['有效期开始日期', '有效期自', '有效期起始', '起始日期'],
    '2024-03-01',
  ),
  validTo: validDate(
    '有效期止',
    'Valid to',
    ['有效期至', '有效期结束日期', '有效期截止', '截止日期', '到期日期'],
    '2030-02-28',
  ),
  state: {
    heading: { zh: '证书状态', en: 'State' },
    aliases: ['状态'],
    required: false,
    example: '有效',
    note: { zh: '有效、已吊销、已过期；不填为有效。', en: 'valid, revoked or expired; left out: valid.' },
    read: oneOf(LISTED_STATE_MEANINGS),
  },
} satisfies Readonly<Record<string, Column<unknown>>>;

export type CertificateValues = ValuesOf<typeof certificateColumns>;

export const chipColumns = {
  chipNo: {
    heading: { zh: '芯片编号', en: 'Chip number' },
    aliases: ['芯片号', 'chipNo', 'IMEI'],
    required: true,
    example: '863000000000001',
    note: { zh: '12 至 20 位字母或数字，请设为“文本”。', en: '12 to 20 letters or digits; set the cells to “text”.' },
    read: identifier(40),
  },
  secretHex: {
    heading: { zh: '密钥', en: 'Secret' },
    aliases: ['芯片密钥', 'secretHex', 'key'],
    required: true,
    example: '',
    note: { zh: '64 位十六进制数字。', en: '64 hexadecimal digits.' },
    read: identifier(80),
  },
  model: {
    heading: { zh: '芯片型号', en: 'Model' },
    aliases: ['型号'],
    required: true,
    example: 'HA-1',
    note: { zh: '生产厂家的型号。', en: 'The maker’s model.' },
    read: words(60),
  },
  batch: {
    heading: { zh: '批次', en: 'Batch' },
    aliases: ['批号', '生产批次'],
    required: true,
    example: 'B2026-01',
    note: { zh: '生产批次。', en: 'The maker’s batch.' },
    read: words(60),
  },
} satisfies Readonly<Record<string, Column<unknown>>>;

export type ChipValues = ValuesOf<typeof chipColumns>;
