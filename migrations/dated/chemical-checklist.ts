import { from, type Measure } from '../rules/measure';
import { placeMeasures } from '../rules/place-measures';

const S = 'GB 30871-2022';
const clause = (...texts: string[]) => from(`${S} ${texts.join('；')}`);

/** The lines of form A.1 in its order, each with the clause that it comes from. */
const formLines: readonly Measure[] = [
  clause('表A.1 第1项')(
    'cleaned-and-purged',
    '动火设备内部构件已清洗干净，蒸汽吹扫或水洗、置换合格，达到动火条件；不在设备上动火的视为符合',
    'The inside of the equipment is cleaned, steamed or washed, purged, and fit for hot work; fulfilled where the work is not on equipment',
  ),
  clause('5.2.2', '表A.1 第2项')(
    'blinds-fitted',
    '与动火设备相连的所有管线已断开或加盲板隔离，未以水封或仅关闭阀门代替盲板',
    'All pipes to the equipment are taken apart or closed with blinds; no water seal and no mere closed valve in their place',
  ),
  clause('5.2.3')(
    'medium-known',
    '拆除管线前已查明介质、工艺条件和走向，并制定防护措施；无拆除的视为符合',
    'Before pipes are taken apart, medium, process conditions and routing are known and protection is planned; fulfilled where nothing is taken apart',
  ),
  from(`${S} 5.2.4、表A.1 第3项（清理、封盖）；15 米为平台参照良好实践，标准未给出距离`)(
    'drains-covered',
    '动火点周围（按 15 米查看）及下方的孔洞、窨井、地沟、水封设施、污水井已清除易燃物并封盖隔离',
    'Openings, manholes, trenches, water seals and sewers around (looked at within 15 m) and below are cleared of flammables and covered',
  ),
  from(`${S} 5.2.1、5.2.4（清除可燃物）；10 米为平台参照良好实践，标准未给出距离`)(
    'combustibles-cleared',
    '动火点周围（按 10 米查看）及下方的可燃物已清除，电缆桥架已隔离保护',
    'Combustibles around (looked at within 10 m) and below are removed, cable trays are shielded',
  ),
  clause('5.2.4')(
    'leak-sources-isolated',
    '动火点周围 15 米内可能泄漏易燃、可燃物料的设备设施已采取隔离措施',
    'Equipment within 15 m that could leak flammable material is isolated',
  ),
  clause('表A.1 第4项')(
    'no-draining-in-dike',
    '罐区内动火点同一围堰内和防火间距内的油罐未同时进行脱水、取样作业；不在罐区的视为符合',
    'No draining or sampling of tanks inside the same dike or fire distance at the same time; fulfilled outside tank farms',
  ),
  clause('5.2.5', '表A.1 第6项')(
    'lining-isolated',
    '在有可燃物构件或使用可燃物做防腐内衬的设备内部动火：已采取防火隔绝措施；没有的视为符合',
    'Inside equipment with combustible parts or lining: fire-proof separation is in place; fulfilled where there is none',
  ),
  clause('5.2.12', '表A.1 第7项')(
    'cylinders-apart',
    '氧气瓶与乙炔瓶相距 5 米以上，两瓶离动火点 10 米以上，直立、防晒、防倾倒，乙炔瓶装有防回火装置；不使用气瓶的视为符合',
    'Oxygen and acetylene at least 5 m apart, both at least 10 m from the point, upright, shaded, secured, acetylene with flashback arrestor; fulfilled where none are used',
  ),
  clause('表A.1 第8项')(
    'extinguishers-ready',
    '现场已配备灭火器、灭火毯、消防蒸汽带或消防水带，满足应急需要',
    'Extinguishers, fire blankets, steam or water hoses are at the place, enough for an emergency',
  ),
  clause('5.2.13', '表A.1 第9项')(
    'machine-near-point',
    '电焊机所处位置已考虑防火防爆要求，与动火点间距不超过 10 米（超过的按另一动火点管理），已可靠接地，回路线接在焊件上',
    'The machine stands where fire and explosion are provided for, within 10 m of the point (farther off it is a point of its own), is earthed, and its return lead is on the workpiece',
  ),
  clause('5.2.9', '表A.1 第10、11项')(
    'no-discharge',
    '动火期间，动火点 30 米内不排放可燃气体，15 米内不排放可燃液体，周围无易燃易爆化学品装卸',
    'During the work no flammable gas is discharged within 30 m, no flammable liquid within 15 m, and no such chemicals are loaded near by',
  ),
  clause('5.2.9', '表A.1 第11项')(
    'no-solvent-or-paint',
    '动火点 10 米内及上下方无可燃溶剂清洗、喷漆作业，10 米内无可燃性粉尘清扫',
    'Within 10 m, above and below: no cleaning with flammable solvent, no spray painting; within 10 m no sweeping of combustible dust',
  ),
  clause('表A.1 第12项')(
    'hazards-analysed',
    '已开展作业危害分析，制定相应的安全风险管控措施；交叉作业已明确协调人',
    'The hazards of the work are analysed and measures against them are laid down; for works side by side a coordinator is named',
  ),
  clause('5.3.1', '表A.1 第13项')(
    'sampling-representative',
    '气体分析取样点有代表性：较大设备按上、中、下检测，设备外动火的在动火点 10 米范围内检测；移动式可燃气体检测仪已在现场并校验有效',
    'Samples are representative: large equipment is tested top, middle and bottom, outside equipment within 10 m of the point; a portable detector is at the place and in calibration',
  ),
  clause('4.10', '表A.1')(
    'watcher-in-place',
    '监护人持培训合格证明在岗，佩戴明显标识，应急措施和联络方式已明确',
    'The trained watcher is in place and marked as such; emergency measures and contacts are settled',
  ),
  clause('表A.1')(
    'protective-equipment',
    '作业人员已接受安全交底，劳动防护用品符合现场要求',
    'The workers were briefed, and their protective equipment suits the place',
  ),
  clause('表A.1 第15项')(
    'other-tickets-and-cordon',
    '其他相关特殊作业已办理相应安全作业票，作业现场四周已设立警戒区',
    'Other special work has its own tickets, and the place is cordoned off',
  ),
  clause('5.2.10')(
    'railway-watched',
    '铁路沿线 25 米内动火：装有危险化学品的火车通过或停留时立即停止作业，并有专人联络；不在铁路沿线的视为符合',
    'Within 25 m of a railway: the work stops at once while a train with hazardous chemicals passes or stands, and somebody keeps contact; fulfilled elsewhere',
  ),
  clause('5.2.16')(
    'dust-controlled',
    '可燃性粉尘环境动火：已按 GB 15577 停产、清扫并采取防爆措施；无可燃性粉尘的视为符合',
    'Where dust can burn: production is stopped, dust removed and protection in place as GB 15577 asks; fulfilled where there is none',
  ),
  clause('5.2.15')(
    'wind-below-limit',
    '露天作业：风力在五级以下；五级及以上确需动火的已升级管理',
    'Open air: the wind is below grade 5; where work must go on above it, the level was raised',
    { openAir: true },
  ),
];

/** Special level alone. */
const specialLines: readonly Measure[] = [
  clause('5.3.1', '表A.1 第13项')(
    'detector-continuous',
    '用于连续检测的移动式可燃气体检测仪已配备到位，作业期间连续监测',
    'The portable detector for continuous measuring is in place and measures throughout the work',
  ),
  clause('5.2.11', '表A.1 第14项')(
    'work-recorded',
    '作业全过程影像：摄录设备已到位，防爆级别满足安全要求，记录人和保存人已明确（至少保存 1 个月）',
    'The whole work is recorded: the camera is in place and explosion-proof as needed; who records and who keeps the recording (a month at least) is settled',
  ),
  clause('5.4.2')(
    'work-plan-made',
    '已预先制定作业方案，落实安全防火防爆及应急措施',
    'A plan of the work is made, with fire, explosion and emergency measures in place',
  ),
  clause('5.4.2')(
    'positive-pressure',
    '在设备或管道上作业：设备或管道内保持微正压；存在受热分解爆炸、自爆物料的设备设施上不动火',
    'On equipment or pipes: slight positive pressure is kept inside; no hot work where a material explodes by heat or by itself',
  ),
  clause('5.4.2')(
    'operation-steady',
    '带压不置换动火：生产运行稳定，设备、管道无严重腐蚀；运行不稳定时不作业；不带压的视为符合',
    'Under pressure without purging: operation is steady and nothing is badly corroded, else no work; fulfilled where there is no pressure',
  ),
];

export const chemicalChecklist: readonly Measure[] = [...formLines, ...placeMeasures];
export const specialChecklist: readonly Measure[] = [...formLines, ...specialLines, ...placeMeasures];
