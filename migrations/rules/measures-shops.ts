import { from, PLATFORM, type Measure } from './measure';
import { placeMeasures, windMeasure } from './place-measures';

const platform = from(PLATFORM);

const CYLINDERS = [
  '使用气瓶的：氧气瓶与乙炔（丙烷）瓶相距 5 米以上，两瓶离动火点 10 米以上，直立固定，装有回火防止器',
  'With cylinders: oxygen and acetylene (propane) at least 5 m apart, both at least 10 m from the fire, upright and secured, with flashback arrestors',
] as const;

/** 小型作业申报: what one welder and one shopkeeper can check in a minute. */
export const smallMeasures: readonly Measure[] = [
  platform(
    'combustibles-cleared',
    '动火点 10 米内可燃物已清走，搬不走的用防火毯盖好',
    'Combustibles within 10 m are cleared away; what cannot be moved is covered with a fire blanket',
  ),
  platform(
    'extinguisher-ready',
    '灭火器放在伸手可及处，压力正常，会使用',
    'An extinguisher is within reach, its pressure is good, and those present can use it',
  ),
  platform(
    'cables-sound',
    '焊机外壳接地，电缆和焊钳无破损，地线直接夹在工件上',
    'The machine is earthed, cables and holder are sound, the return lead is clamped to the workpiece itself',
  ),
  platform('cylinders-apart', ...CYLINDERS),
  platform(
    'somebody-stays',
    '作业全程有人看护，结束后留守检查',
    'Somebody watches throughout, and stays to check after the work',
  ),
  platform(
    'ways-out-clear',
    '门口和通道畅通，无关人员已离开',
    'Door and ways out are clear; people not needed have left',
  ),
  ...placeMeasures,
  windMeasure,
];

/** Workshops and public places. */
export const generalMeasures: readonly Measure[] = [
  platform(
    'combustibles-cleared',
    '动火点 10 米内可燃物已清除；不能移走的已用不燃材料覆盖或隔离',
    'Combustibles within 10 m are removed; what cannot be moved is covered or shielded with non-combustible material',
  ),
  platform(
    'openings-covered',
    '周围及下方的孔洞、地沟、窨井、电缆桥架已封盖，火花不会落入',
    'Holes, trenches, drains and cable trays around and below are covered so that no spark falls in',
  ),
  platform(
    'vessel-cleaned',
    '装过油品、溶剂、可燃气体的容器和管道已断开、清洗置换并检测合格；无此类设备的视为符合',
    'Vessels and pipes that held oil, solvent or flammable gas are disconnected, cleaned, purged and tested; fulfilled where there are none',
  ),
  platform(
    'extinguishers-ready',
    '现场至少配备 2 具有效灭火器，人员会使用，消防水源可用',
    'At least two working extinguishers at the place, people can use them, fire water is at hand',
  ),
  platform(
    'machine-grounded',
    '焊机外壳接地，一次线、二次线绝缘完好，回路线接在工件上',
    'The machine is earthed, supply and welding cables are sound, the return lead is connected to the workpiece',
  ),
  platform('cylinders-apart', ...CYLINDERS),
  platform(
    'protective-equipment',
    '作业人员已穿戴面罩、手套、防护服和绝缘鞋',
    'The welders wear mask, gloves, protective clothing and insulating shoes',
  ),
  platform(
    'watcher-in-place',
    '监护人已到岗，知道灭火器、报警电话和撤离路线',
    'The fire watcher is in place and knows extinguishers, alarm number and way out',
  ),
  ...placeMeasures,
  windMeasure,
];
