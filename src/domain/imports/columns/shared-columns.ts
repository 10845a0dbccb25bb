import { identifier, words, type Column } from '../column';

/** Where a thing or a person is; an enterprise that imports its own leaves it out. */
export const region: Column<string> = {
  heading: { zh: '所在地区', en: 'Region' },
  aliases: ['所属区域', '所在区域', '区域', '地区', '行政区划', '行政区划代码', '乡镇', '所在乡镇', '所属乡镇', '村', '所在村', '区划代码', 'region code'], // prettier-ignore
  required: false,
  example: '411003101',
  note: {
    zh: '行政区划代码（6、9 或 12 位），或本人辖区内不重名的乡镇、村名称。企业导入本单位数据时可不填。',
    en: 'Code of the region (6, 9 or 12 digits), or a name that occurs once in your area. An enterprise may leave it out.',
  },
  read: identifier(60),
};

export const uscc: Column<string> = {
  heading: { zh: '单位统一社会信用代码', en: 'Enterprise credit code' },
  aliases: ['统一社会信用代码', '信用代码', '所属单位统一社会信用代码', '单位代码', 'uscc', 'credit code'],
  required: false,
  example: '91411000MA0000001N',
  note: {
    zh: '18 位。请先把单元格设为“文本”再填写。',
    en: '18 signs. Set the cells to “text” before you type.',
  },
  read: identifier(40),
};

export const enterpriseName: Column<string> = {
  heading: { zh: '所属单位名称', en: 'Enterprise' },
  aliases: ['所属单位', '单位名称', '工作单位', '企业名称', '使用单位', '单位', 'enterprise name'],
  required: false,
  example: '许昌示例机械有限公司',
  note: {
    zh: '没有信用代码时按名称查找；同名的，请填信用代码。',
    en: 'Looked up by name where no credit code is given; where two have one name, give the credit code.',
  },
  read: words(120),
};
