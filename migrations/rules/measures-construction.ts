import { from, type Measure } from './measure';
import { placeMeasures } from './place-measures';

const use = from('GB 50720-2011 6.3.1');
const gas = from('GB 50720-2011 6.3.3');
const site = from('施工现场临时用电与动火管理通行做法');

/** Building sites. `windbreak` is the measure that authorisation looks for in strong wind. */
export const constructionMeasures: readonly Measure[] = [
  use(
    'combustibles-cleared',
    '作业现场及附近可燃物已清理；无法移走的已用不燃材料覆盖或隔离',
    'Combustibles at and near the place are cleared; what cannot be moved is covered or shielded with non-combustible material',
  ),
  use('not-on-bare-combustibles', '不在裸露的可燃材料上直接动火', 'No hot work directly on bare combustible material'),
  use(
    'order-of-trades',
    '动火安排在使用可燃材料的工序之前；确需在其后动火的，已采取可靠防火措施',
    'Hot work comes before trades that bring in combustible material; where it must come after them, reliable protection is in place',
  ),
  use(
    'extinguishers-ready',
    '动火点已配备灭火器材，临时消防给水可用',
    'Extinguishers are at the point of work and the temporary fire water works',
  ),
  use(
    'watcher-in-place',
    '每个动火点有 1 名监护人在场，不兼做其他工作',
    'Each point has one watcher present, who does nothing else',
  ),
  use(
    'openings-below-guarded',
    '楼板孔洞、管井、外墙脚手架等下方已封堵或设接火斗，火花不会下落',
    'Floor openings, shafts and scaffolds below are closed or have spark catchers, so that nothing falls through',
  ),
  gas(
    'cylinders-apart',
    '氧气瓶与乙炔瓶相距 5 米以上，气瓶离明火 10 米以上；不使用气瓶的视为符合',
    'Oxygen and acetylene at least 5 m apart, cylinders at least 10 m from the flame; fulfilled where none are used',
  ),
  gas(
    'cylinders-secured',
    '气瓶直立固定、防晒防倾倒，乙炔瓶未卧放，减压器、软管和回火防止器完好',
    'Cylinders upright, secured and shaded, acetylene not lying down; regulators, hoses and flashback arrestors are sound',
  ),
  site(
    'machine-grounded',
    '电焊机一机一闸一漏保，外壳接地，二次线双线到位，防触电保护器有效',
    'Each machine has its own switch and residual-current device, is earthed, has both welding leads run to the work and a working shock protector',
  ),
  site(
    'protective-equipment',
    '作业人员持证，已接受动火安全交底，劳动防护用品齐全',
    'The welders carry certificates, were briefed on this hot work and wear full protective equipment',
  ),
  use(
    'windbreak',
    '室外作业已设置可靠的挡风措施；风力五级及以上而无挡风措施时停止作业',
    'Outdoors: reliable windbreaks are set up; without them work stops at wind grade 5 and above',
    { openAir: true },
  ),
  ...placeMeasures,
];
