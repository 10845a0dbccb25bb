import { from, type Measure } from './measure';
import { placeMeasures } from './place-measures';

const basic = from('GB 30871-2022 5.2');
const analysis = from('GB 30871-2022 5.3');
const form = from('GB 30871-2022 附录A 动火安全作业票');

const isolation: readonly Measure[] = [
  basic(
    'blinds-fitted',
    '动火设备、管道已与生产系统彻底断开或加盲板隔离，未以水封或仅关阀门代替盲板',
    'The equipment is fully disconnected from the process or isolated with blinds; no water seal and no mere closed valve in their place',
  ),
  basic(
    'cleaned-and-purged',
    '设备内部物料已清洗、置换（吹扫），分析合格',
    'The inside is cleaned and purged, and the analysis is good',
  ),
  basic(
    'medium-known',
    '拆除管线前已查明介质、工艺条件和走向，并制定防护措施；无拆除的视为符合',
    'Before pipes are taken apart, medium, process conditions and routing are known and protection is planned; fulfilled where nothing is taken apart',
  ),
  basic(
    'leak-sources-isolated',
    '动火点周围 15 米内可能泄漏易燃、可燃物料的设备设施已采取隔离措施',
    'Equipment within 15 m that could leak flammable material is isolated',
  ),
];

const surroundings: readonly Measure[] = [
  basic(
    'combustibles-cleared',
    '动火点 10 米内及下方的可燃物已清除，电缆桥架已隔离保护',
    'Combustibles within 10 m and below are removed, cable trays are shielded',
  ),
  basic(
    'drains-covered',
    '动火点 15 米内的地漏、窨井、地沟、污水井、水封已检查并封盖严密',
    'Drains, manholes, trenches, sewers and water seals within 15 m are checked and tightly covered',
  ),
  basic(
    'no-discharge',
    '动火期间 30 米内不排放可燃气体，15 米内不排放可燃液体',
    'During the work no flammable gas is discharged within 30 m and no flammable liquid within 15 m',
  ),
  basic(
    'no-solvent-or-paint',
    '动火点 10 米内及上下方无可燃溶剂清洗、喷漆作业，无可燃性粉尘清扫',
    'Within 10 m, above and below: no cleaning with flammable solvent, no spray painting, no sweeping of combustible dust',
  ),
  basic(
    'no-draining-in-dike',
    '罐区防火堤内未同时进行切水、取样作业；不在罐区的视为符合',
    'No water draining or sampling inside the dike at the same time; fulfilled outside tank farms',
  ),
];

const equipment: readonly Measure[] = [
  basic(
    'machine-near-point',
    '电焊机与动火点间距不超过 10 米（超过的按另一动火点管理），外壳接地，回路线接在焊件上，未穿过其他设备',
    'The machine stands within 10 m of the point (farther off it is a point of its own), is earthed, and its return lead is on the workpiece and not through other equipment',
  ),
  basic(
    'cylinders-apart',
    '氧气瓶与乙炔瓶相距 5 米以上，两瓶离动火点 10 米以上，直立、防晒、防倾倒，乙炔瓶装有防回火装置；不使用气瓶的视为符合',
    'Oxygen and acetylene at least 5 m apart, both at least 10 m from the point, upright, shaded, secured, acetylene with flashback arrestor; fulfilled where none are used',
  ),
  form(
    'extinguishers-ready',
    '现场已备灭火器、消防水带和灭火毯，满足应急需要',
    'Extinguishers, fire hose and fire blankets are at the place, enough for an emergency',
  ),
  form(
    'watcher-in-place',
    '监护人持培训合格证明在岗，佩戴明显标识，应急措施和联络方式已明确',
    'The trained watcher is in place and marked as such; emergency measures and contacts are settled',
  ),
  form(
    'protective-equipment',
    '作业人员已接受安全交底，劳动防护用品符合现场要求',
    'The workers were briefed, and their protective equipment suits the place',
  ),
  analysis(
    'sampling-representative',
    '气体分析取样点有代表性，较大设备按上、中、下检测；便携式检测仪已在现场并校验有效',
    'Samples are representative, large equipment is tested top, middle and bottom; a portable detector is at the place and in calibration',
  ),
  basic(
    'wind-below-limit',
    '露天作业：风力在五级以下；五级及以上确需动火的已升级管理',
    'Open air: the wind is below grade 5; where work must go on above it, the level was raised',
    { openAir: true },
  ),
];

/** Plants with hazardous chemicals; the distances are those of the standard. */
export const chemicalMeasures: readonly Measure[] = [...isolation, ...surroundings, ...equipment, ...placeMeasures];
