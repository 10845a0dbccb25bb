import type { ImportKind, ImportState, Verdict } from './import';

/** What people read for the vocabulary of imports. */
export interface ImportWords {
  readonly kind: Readonly<Record<ImportKind, string>>;
  readonly state: Readonly<Record<ImportState, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
}

export const importWords: ImportWords = {
  kind: { machines: '设备', welders: '焊工', certificates: '证书名单', enterprises: '单位', chips: '芯片' },
  state: { reading: '正在读取', previewed: '待确认', applying: '正在导入', done: '已完成', failed: '无法导入' },
  verdict: { created: '新增', same: '已有', warned: '需留意', refused: '不能导入' },
};
