import { date, identifier, oneOf, whole, words, yes, type Column, type ValuesOf } from '../column';
import { CONTROL_MEANINGS, PROCESS_MEANINGS } from '../meanings';
import { enterpriseName, region, uscc } from './shared-columns';

export const machineColumns = {
  serialNumber: {
    heading: { zh: '出厂编号', en: 'Serial number' },
    aliases: ['编号', '序列号', '机身编号', '设备编号', 'serial', 'sn'],
    required: false,
    example: 'A20240315001',
    note: { zh: '铭牌上的编号；看不清的留空。', en: 'As on the nameplate; leave it empty where none is legible.' },
    read: identifier(80),
  },
  model: {
    heading: { zh: '型号', en: 'Model' },
    aliases: ['设备型号', '规格型号', '焊机型号'],
    required: true,
    example: 'ZX7-400',
    note: { zh: '铭牌上的型号。', en: 'As on the nameplate.' },
    read: words(80),
  },
  process: {
    heading: { zh: '焊接工艺', en: 'Process' },
    aliases: ['工艺', '焊接方法', '设备类型', '设备类别', '焊机类型', '类型'],
    required: true,
    example: '焊条电弧焊',
    note: {
      zh: '焊条电弧焊、气体保护焊、氩弧焊、埋弧焊、等离子弧焊、激光焊、气焊气割、等离子切割、电阻焊、钎焊，或英文代码。',
      en: 'MMA, GMAW, GTAW, SAW, PAW, LASER, GAS, PLASMA, RESISTANCE or BRAZING, or the words of the platform.',
    },
    read: oneOf(PROCESS_MEANINGS),
  },
  control: {
    heading: { zh: '控制方式', en: 'Control' },
    aliases: ['芯片控制方式'],
    required: false,
    example: '可断电',
    note: { zh: '可断电、只监测、只贴码；不填按工艺确定。', en: 'cut, sense or code-only; left out: by the process.' },
    read: oneOf(CONTROL_MEANINGS),
  },
  automatic: {
    heading: { zh: '自动焊', en: 'Automatic' },
    aliases: ['是否自动焊', '自动'],
    required: false,
    example: '否',
    note: { zh: '是或否；不填为否。', en: 'yes or no; left out: no.' },
    read: yes,
  },
  outlets: {
    heading: { zh: '焊枪数', en: 'Outlets' },
    aliases: ['输出数', '焊把数', '输出口数', '枪数'],
    required: false,
    example: '1',
    note: { zh: '1 至 16；不填为 1。', en: '1 to 16; left out: 1.' },
    read: whole(1, 16),
  },
  ratedCurrentA: {
    heading: { zh: '额定电流（A）', en: 'Rated current (A)' },
    aliases: ['额定电流', '额定焊接电流', '电流', 'rated current'],
    required: false,
    example: '400',
    note: { zh: '1 至 5000 的整数。', en: 'A whole number from 1 to 5000.' },
    read: whole(1, 5_000),
  },
  uscc: { ...uscc, aliases: [...uscc.aliases, '使用单位信用代码'] },
  enterpriseName,
  ownerIdNumber: {
    heading: { zh: '个人所有者证件号码', en: 'Owner’s identity number' },
    aliases: ['所有者身份证号', '个人身份证号', '机主身份证号', 'owner id number'],
    required: false,
    example: '',
    note: {
      zh: '设备属于已登记的焊工个人时填写；与所属单位只填一项。',
      en: 'Where a registered welder owns the machine; give this or the enterprise.',
    },
    read: identifier(40),
  },
  region,
  externalCode: {
    heading: { zh: '外部编码', en: 'Code of another system' },
    aliases: ['省平台编码', '厂家编码', '原有编码', '外部码', '二维码内容', 'external code'],
    required: false,
    example: '',
    note: {
      zh: '设备上已有的省平台或厂家二维码的内容，照扫描结果填写；扫它就能认出这台设备，不用再贴。',
      en: 'What the sticker of the province or a vendor on it reads; scanners then know the machine by it.',
    },
    read: words(500),
  },
  inspectionDueOn: {
    heading: { zh: '下次检验日期', en: 'Inspection due' },
    aliases: ['检验到期日', '下次检测日期', '检验有效期至', '安全检查到期日'],
    required: false,
    example: '2027-06-30',
    note: { zh: '如 2027-06-30、2027/6/30、2027年6月30日。', en: 'For example 2027-06-30.' },
    read: date,
  },
} satisfies Readonly<Record<string, Column<unknown>>>;

export type MachineValues = ValuesOf<typeof machineColumns>;
