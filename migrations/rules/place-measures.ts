import { from, PLATFORM, type Measure } from './measure';

const platform = from(PLATFORM);
const GB_30871 = from('GB 30871-2022');
const ORDER_61 = from('公安部令第61号 第二十条');

const at = (...placeKinds: string[]): { placeKinds: string[] } => ({ placeKinds });

/** What a kind of place asks for in every regime. */
export const placeMeasures: readonly Measure[] = [
  platform(
    'panel-core-kept-away',
    '彩钢板或可燃保温处：已拆开或用不燃材料隔开，火花不会钻进夹芯；作业面两侧都有人查看',
    'Sandwich panel or combustible insulation: opened up or shielded with non-combustible material so that no spark enters the core; both sides are watched',
    at('sandwich-panel'),
  ),
  platform(
    'sleepers-out',
    '住宿与经营合用处：住宿人员已全部离开，逃生通道畅通，楼上楼下均已告知',
    'People live here: all of them are out, the ways out are clear, and the floors above and below have been told',
    at('live-in-business'),
  ),
  ORDER_61(
    'closed-to-public',
    '公共娱乐场所：已停止营业，顾客全部离场',
    'Public entertainment: closed for business, all guests have left',
    at('public-entertainment'),
  ),
  ORDER_61(
    'fire-separated',
    '公众聚集场所使用期间：动火区与使用区已做防火分隔，并设专人监护',
    'Public assembly in use: the work area is fire-separated from the area in use, with a dedicated watcher',
    at('public-assembly'),
  ),
  platform(
    'crowd-informed',
    '人员密集场所：已围挡警示，疏散通道和安全出口畅通，值班人员已知道作业时间',
    'Crowded place: fenced off and signed, exits clear, the duty desk knows when the work is done',
    at('crowded', 'mixed-use'),
  ),
  platform(
    'neighbours-informed',
    '已告知相邻商户和住户，并看过隔壁、楼上、楼下和吊顶内有无可燃物',
    'Neighbouring shops and residents have been told; next door, above, below and the ceiling void were checked for combustibles',
    at('small-venue', 'mixed-use'),
  ),
  GB_30871(
    'height-ticket',
    '高处作业：已办理高处作业票，系好安全带；下方设接火斗或挡火毯，并有人看守',
    'At height: working-at-height ticket issued, harness worn; spark catcher or fire blanket below, and somebody guards it',
    at('height'),
  ),
  GB_30871(
    'confined-space-ticket',
    '受限空间：已办理受限空间作业票，持续通风，检测合格后进入，出入口有人值守',
    'Confined space: ticket issued, ventilated throughout, entered only after a good gas test, somebody stands at the entrance',
    at('confined-space'),
  ),
];

/** Where the regime does not speak of wind itself. */
export const windMeasure: Measure = platform(
  'wind-below-limit',
  '露天作业：当前风力在五级以下；风力变大即停止作业',
  'Open air: the wind is below grade 5 now; work stops when it grows',
  { openAir: true },
);
