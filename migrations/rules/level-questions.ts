import { byPlatform, type SeedRule } from './seed-rule';

interface Question {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** A yes asks for this level at least. */
  readonly level: string;
}

const general: readonly Question[] = [
  {
    code: 'combustibles-stay',
    zh: '动火点 10 米内有搬不走的可燃物，或墙体、屋面为彩钢板等可燃保温材料？',
    en: 'Within 10 m, is there anything combustible that cannot be moved, or are walls or roof of sandwich panel or other combustible insulation?',
    level: 'raised',
  },
  {
    code: 'public-present',
    zh: '作业时有顾客、学生、病人或住户等人员在场？',
    en: 'Will the public, pupils, patients or residents be present during the work?',
    level: 'raised',
  },
  {
    code: 'flammables-held',
    zh: '动火的容器、管道装过油品、溶剂或可燃气体，或附近存放这类物品？',
    en: 'Did the vessel or pipe hold oil, solvent or flammable gas, or are such things kept nearby?',
    level: 'raised',
  },
  {
    code: 'height-or-confined',
    zh: '在 2 米以上高处、地下室、罐内等受限空间作业？',
    en: 'Is the work more than 2 m above ground, in a basement or in a confined space such as a tank?',
    level: 'raised',
  },
];

const construction: readonly Question[] = [
  {
    code: 'no-fire-area',
    zh: '在禁火区域内动火？',
    en: 'Is the work inside a no-fire area?',
    level: 'first',
  },
  {
    code: 'vessels',
    zh: '在油罐、油箱、油槽车或储存过可燃气体、易燃液体的容器及其连接设备上动火？',
    en: 'Is it on an oil tank, tank lorry or vessel that held flammable gas or liquid, or on what is connected to it?',
    level: 'first',
  },
  {
    code: 'pressure-equipment',
    zh: '在受压设备上动火？',
    en: 'Is it on pressure equipment?',
    level: 'first',
  },
  {
    code: 'closed-space',
    zh: '在比较密封的室内、容器内、地下室等场所动火？',
    en: 'Is it in a closed room, a vessel or a basement?',
    level: 'first',
  },
  {
    code: 'stacks-of-combustibles',
    zh: '现场堆有大量可燃、易燃物质，或登高焊割的危险性较大？',
    en: 'Are there large stacks of combustibles, or is welding at height there especially dangerous?',
    level: 'first',
  },
  {
    code: 'some-danger',
    zh: '在具有一定危险因素的非禁火区域临时动火？',
    en: 'Is it temporary work in an area that is not a no-fire area but has some danger?',
    level: 'second',
  },
  {
    code: 'small-tank-or-height',
    zh: '在小型油箱等容器上动火，或登高焊割？',
    en: 'Is it on a small oil tank or the like, or is it welding at height?',
    level: 'second',
  },
];

const chemical: readonly Question[] = [
  {
    code: 'running-equipment',
    zh: '在火灾爆炸危险场所、处于运行状态的生产装置设备、管道、储罐、容器上动火（含带压不置换动火）？',
    en: 'In a place with fire or explosion hazard, is it on equipment, pipes, tanks or vessels in operation (including work under pressure without purging)?',
    level: 'special',
  },
  {
    code: 'tank-farm-dike',
    zh: '在存有易燃易爆介质的重大危险源罐区防火堤内动火？',
    en: 'Is it inside the dike of a tank farm with flammable media that is a major hazard installation?',
    level: 'special',
  },
  {
    code: 'hazardous-place',
    zh: '在火灾爆炸危险场所动火？',
    en: 'Is it in a place with fire or explosion hazard?',
    level: 'first',
  },
  {
    code: 'pipe-rack',
    zh: '在管廊上动火？',
    en: 'Is it on a pipe rack?',
    level: 'first',
  },
];

const questions = (regime: string, value: readonly Question[], source: string, certainty: 'A' | 'B'): SeedRule => ({
  key: 'permit.level-questions',
  regime,
  value,
  source,
  certainty,
});

/** Answers that propose the level; all no: the weakest. */
export const levelQuestions: readonly SeedRule[] = [
  byPlatform('permit.level-questions', [], { regime: 'small' }),
  byPlatform('permit.level-questions', general, { regime: 'general' }),
  questions('construction', construction, '施工现场动火三级审批制度（动火等级划分）', 'B'),
  questions('chemical', chemical, 'GB 30871-2022 5.1', 'B'),
];
