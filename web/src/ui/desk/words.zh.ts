/** Words of the parts that the desk pages share. */
const texts = {
  console: {
    list: { nothing: '没有符合条件的记录', state: '状态', typeToFind: '输入名称查找', reload: '刷新', act: '办理' },
    here: '我的位置',
    radius: '允许范围（米）',
    radiusReason: '为什么要放宽范围',
    radiusReasonHint: '例如：管廊沿线作业，须覆盖全段',
  },
};

export default texts;
