import { identifier, oneOf, words, type Column, type ValuesOf } from '../column';
import { DOCUMENT_MEANINGS, ENTERPRISE_KIND_MEANINGS, INDUSTRY_MEANINGS } from '../meanings';
import { enterpriseName, region, uscc } from './shared-columns';

export const welderColumns = {
  name: {
    heading: { zh: '姓名', en: 'Name' },
    aliases: ['焊工姓名', '人员姓名'],
    required: true,
    example: '张三（示例）',
    note: { zh: '与证件一致。', en: 'As on the document.' },
    read: words(60),
  },
  idNumber: {
    heading: { zh: '身份证号码', en: 'Identity number' },
    aliases: ['身份证号', '身份证', '公民身份号码', '证件号码', '证件号', 'id number'],
    required: true,
    example: '',
    note: {
      zh: '18 位，末位可为 X。请先把单元格设为“文本”再填写，否则后三位会变成 0。',
      en: '18 signs, the last may be X. Set the cells to “text” first, or the last three digits become zeros.',
    },
    read: identifier(40),
  },
  idKind: {
    heading: { zh: '证件类型', en: 'Document' },
    aliases: ['证件种类'],
    required: false,
    example: '居民身份证',
    note: { zh: '不填为居民身份证。', en: 'Left out: resident identity card.' },
    read: oneOf(DOCUMENT_MEANINGS),
  },
  phone: {
    heading: { zh: '手机号码', en: 'Phone' },
    aliases: ['手机', '手机号', '联系电话', '电话', '联系方式', 'mobile'],
    required: true,
    example: '13800000000',
    note: { zh: '本人的手机号码，可带空格、横线或 +86。', en: 'The person’s own mobile number.' },
    read: identifier(40),
  },
  uscc,
  enterpriseName,
  region,
} satisfies Readonly<Record<string, Column<unknown>>>;

export type WelderValues = ValuesOf<typeof welderColumns>;

export const enterpriseColumns = {
  name: {
    heading: { zh: '单位名称', en: 'Enterprise' },
    aliases: ['企业名称', '名称', '字号名称', '单位全称', 'name'],
    required: true,
    example: '许昌示例机械有限公司',
    note: { zh: '营业执照上的名称。', en: 'As on the licence.' },
    read: words(120),
  },
  uscc: {
    ...uscc,
    heading: { zh: '统一社会信用代码', en: 'Credit code' },
    aliases: ['信用代码', 'uscc', '社会信用代码'],
  },
  kind: {
    heading: { zh: '单位类型', en: 'Kind' },
    aliases: ['类型', '企业类型'],
    required: false,
    example: '企业',
    note: { zh: '企业或个体工商户；不填时有信用代码的为企业。', en: 'Company or individual business.' },
    read: oneOf(ENTERPRISE_KIND_MEANINGS),
  },
  industry: {
    heading: { zh: '行业', en: 'Industry' },
    aliases: ['所属行业', '行业类别'],
    required: true,
    example: '制造加工',
    note: {
      zh: '化工、建筑施工、制造加工、商业零售、餐饮、维修服务、公共机构、其他。',
      en: 'chemical, construction, manufacturing, commerce, catering, repair, public or other.',
    },
    read: oneOf(INDUSTRY_MEANINGS),
  },
  region: { ...region, required: true },
  contactName: {
    heading: { zh: '联系人', en: 'Contact' },
    aliases: ['联系人姓名', '负责人', '法定代表人', '经营者'],
    required: true,
    example: '李四（示例）',
    note: { zh: '单位的联系人。', en: 'Whom to ask for.' },
    read: words(60),
  },
  contactPhone: {
    heading: { zh: '联系电话', en: 'Contact phone' },
    aliases: ['电话', '手机', '手机号码', '联系方式', '联系人电话'],
    required: true,
    example: '13800000000',
    note: { zh: '手机或带区号的固定电话。', en: 'A mobile number or a fixed line with its area code.' },
    read: identifier(40),
  },
} satisfies Readonly<Record<string, Column<unknown>>>;

export type EnterpriseValues = ValuesOf<typeof enterpriseColumns>;
