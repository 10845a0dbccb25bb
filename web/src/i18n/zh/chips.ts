/** Words of the page of chips. */
const chips = {
  import: '批量导入芯片',
  format: 'CSV 文件，每行一枚芯片：',
  choose: '选择文件并导入',
  accepted: '导入成功 {n} 枚',
  notAccepted: '未导入 {n} 行',
  warned: '{n} 行已导入，请核对',
  line: '行号',
  why: '原因',
  find: '芯片编号',
  none: '还没有导入芯片',
  batch: '批次',
  importedAt: '导入时间',
  unbound: '未绑定',
  rejected: {
    'chip_line-malformed': '这一行应有 4 列：芯片编号、密钥、型号、批次',
    'chip_number-malformed': '芯片编号应为 12—20 位大写字母或数字',
    'chip_number-rounded': '已导入，但编号末尾是一串 0，多半被表格软件四舍五入了，请对照芯片核对',
    'chip_secret-weak': '密钥全是 0，不是真正的密钥，请向芯片厂家索取',
    'chip_secret-malformed': '密钥应为 64 位十六进制字符',
    'chip_model-missing': '没有填写型号',
    'chip_batch-missing': '没有填写批次',
    chip_repeated: '文件里有重复的芯片编号',
    chip_exists: '这枚芯片已经登记过',
    'chip_already-imported': '这枚芯片已经登记过',
  },
};

export default chips;
