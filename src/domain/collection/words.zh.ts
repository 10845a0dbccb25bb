import type { CollectionKind, CollectionState, Nameplate } from './collection';
import type { MatchReason } from './duplicates';

/** What is collected, and why two records look like one. */
export interface CollectionWords {
  readonly kind: Readonly<Record<CollectionKind, string>>;
  readonly state: Readonly<Record<CollectionState, string>>;
  readonly nameplate: Readonly<Record<Nameplate, string>>;
  readonly reason: Readonly<Record<MatchReason, string>>;
}

export const collectionWords: CollectionWords = {
  kind: { machine: '设备', welder: '焊工', enterprise: '单位或个体户' },
  state: { done: '已入库', 'number-owed': '待补录证件号码' },
  nameplate: { photo: '已拍铭牌', 'none-legible': '没有铭牌或看不清' },
  reason: {
    code: '码相同',
    serial: '出厂编号相同',
    'serial-alike': '出厂编号相近',
    model: '铭牌相符',
    owner: '所有人相同',
    place: '位置相近',
    identity: '证件号码相同',
    uscc: '统一社会信用代码相同',
    phone: '电话相同',
    name: '名称相同',
  },
};
