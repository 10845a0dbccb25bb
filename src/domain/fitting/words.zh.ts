import type { Control } from '../registry/machine';
import type { AppointmentState, Slot } from './appointment';
import type { ReplaceReason } from './chip-block';
import type { FittingState, Lacking } from './fitting';

/** What people read for fitting chips. */
export interface FittingWords {
  readonly state: Readonly<Record<FittingState, string>>;
  readonly appointment: Readonly<Record<AppointmentState, string>>;
  readonly slot: Readonly<Record<Slot, string>>;
  readonly reason: Readonly<Record<ReplaceReason, string>>;
  readonly lacking: Readonly<Record<Lacking, string>>;
  /** What the technician must check when a chip is fitted, by the way it controls the machine. */
  readonly note: Readonly<Record<Control, string>>;
}

export const fittingWords: FittingWords = {
  state: { open: '安装中', done: '已完成', abandoned: '未完成' },
  appointment: { planned: '已预约', done: '已安装', missed: '未装成', cancelled: '已取消' },
  slot: { morning: '上午', afternoon: '下午' },
  reason: {
    lost: '丢失',
    stolen: '被盗',
    broken: '损坏',
    recalled: '厂家召回',
    suspected: '疑似改装',
    upgraded: '升级更换',
  },
  lacking: { photo: '还没拍安装照片', 'relay-test': '还没做通断电试验', 'arc-test': '还没做起弧试验' },
  note: {
    cut: '先断开总电源再接线。芯片串在焊机电源进线上；电流互感器套在一根焊接电缆上，箭头朝焊钳。装好后盖上外壳、拧紧防拆螺丝，再送电。',
    sense:
      '发动机驱动或电池焊机：芯片只监测，不切断电源。互感器套在焊接电缆上，芯片由焊机自带电源供电；熄火后芯片靠电池继续上报。',
    'code-only': '气焊气割设备不装芯片，只贴二维码。请改用“设备采集”。',
  },
};
