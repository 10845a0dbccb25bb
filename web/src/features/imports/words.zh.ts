import { importWords } from '@domain/imports/words.zh';

/** Words of lists that come in from spreadsheets. */
const texts = {
  imports: {
    ...importWords,
    title: '批量导入',
    intro: '选择名单类型，下载模板填写后上传。先预览每一行的结果，确认后才写入；同一文件重复导入不会重复登记。',
    what: '名单类型',
    template: '下载模板',
    choose: '选择文件',
    drop: '把工作簿或 CSV 文件拖到这里，或点击选择',
    sending: '正在上传…',
    limits: '不超过 32 MB、250000 行。',
    earlier: '导入记录',
    none: '还没有导入过名单',
    file: '文件',
    stateTitle: '状态',
    time: '上传时间',
    rowsRead: '已读取 {n} 行',
    rowsApplied: '已处理 {n} / {of} 行',
    goesOn: '可以关闭页面，平台会继续处理；中断后会从停下的地方接着做。',
    apply: '导入可用的 {n} 行',
    nothingToApply: '没有可以导入的行。请按下面的说明修改文件后重新上传。',
    report: '下载结果报告',
    ignored: '这些列平台不认识，没有导入：{columns}',
    leftSheets: '只读取了工作表“{sheet}”。这些工作表里也有名单，没有读取：{sheets}。请分别另存为文件后导入。',
    all: '全部',
    line: '行号',
    content: '内容',
    result: '结果',
    column: '列',
    why: '说明',
    open: '查看',
    noRows: '没有这样的行',
    doneHow: '导入完成。未写入的行请按报告修改后再次上传，已有的行不会重复登记。',
    back: '返回导入记录',
  },
};

export default texts;
