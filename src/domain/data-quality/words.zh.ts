import type { QualityKind, QualitySubject } from './quality-kinds';

/** What people read of findings about the register. */
export interface QualityWords {
  readonly kind: Readonly<Record<QualityKind, string>>;
  /** What to do about it. */
  readonly mend: Readonly<Record<QualityKind, string>>;
  readonly subject: Readonly<Record<QualitySubject, string>>;
}

export const qualityWords: QualityWords = {
  kind: {
    'machine-serial-missing': '设备没有出厂编号',
    'machine-photo-missing': '设备没有铭牌照片',
    'machine-place-missing': '设备没有登记到乡镇（街道）',
    'machine-place-far': '设备位置不在所属地区',
    'machine-owner-missing': '设备没有所有人',
    'machine-outlets-odd': '设备输出口数量异常',
    'machine-idle': '设备半年没有起弧',
    'machine-twice': '设备疑似重复登记',
    'machine-scrapped-with-chip': '已报废设备上还绑着芯片',
    'machine-differs': '设备信息与对接平台不一致',
    'welder-differs': '焊工信息与对接平台不一致',
    'enterprise-differs': '单位信息与对接平台不一致',
    'welder-certificate-missing': '焊工没有操作证',
    'welder-certificate-waiting': '操作证 14 天未核验',
    'welder-certificate-number-odd': '操作证号与身份证号不一致',
    'welder-twice': '焊工疑似重复登记',
    'enterprise-head-missing': '企业没有负责人账号',
    'enterprise-safety-missing': '企业没有安全员账号',
  },
  mend: {
    'machine-serial-missing': '到现场看铭牌，补填出厂编号；铭牌看不清的，说明后接受。',
    'machine-photo-missing': '到现场拍铭牌照片；没有铭牌的，说明后接受。',
    'machine-place-missing': '把所属地区改到乡镇（街道）或村（社区）。',
    'machine-place-far': '到现场核对：位置错了重新定位，所属地区错了改正；设备确在外地，写明原因后接受。',
    'machine-owner-missing': '补填所属企业或个人。',
    'machine-outlets-odd': '到现场数清输出口，改正数量。',
    'machine-idle': '核实设备是否还在使用：已报废、转让或长期停用的，改状态；芯片没装在设备上的，重新安装。',
    'machine-twice': '对照实物核实是不是同一台；是的，报废多登记的一条；不是的，说明后接受。',
    'machine-scrapped-with-chip': '收回芯片，在设备页面解绑。',
    'machine-differs': '对照实物核实；本平台错的，改正；对方错的，说明后接受。',
    'welder-differs': '对照证件核实；本平台错的，改正；对方错的，说明后接受。',
    'enterprise-differs': '对照营业执照核实；本平台错的，改正；对方错的，说明后接受。',
    'welder-certificate-missing': '补登操作证；不再从事焊接的，停用焊工档案。',
    'welder-certificate-waiting': '在焊工页面查询并核验操作证。',
    'welder-certificate-number-odd': '核对证书和身份证件，改正填错的一项。',
    'welder-twice': '核实是不是同一人；不是的，说明后接受。',
    'enterprise-head-missing': '邀请企业主要负责人或管理员开通账号。',
    'enterprise-safety-missing': '请企业邀请安全员开通账号；不需要的，说明后接受。',
  },
  subject: { machine: '设备', welder: '焊工', enterprise: '企业' },
};
