import { choice, claim, type SeedQuestion } from './question';

/** Cylinders, and gas in the air. */
export const gasQuestions: readonly SeedQuestion[] = [
  choice(['gas-01', 'gas'], {
    text: ['氧气瓶与乙炔瓶使用时，两瓶间距不应小于多少？', 'How far apart are oxygen and acetylene cylinders in use at least?'],
    options: [['1 米', '1 m'], ['3 米', '3 m'], ['5 米', '5 m'], ['紧挨着放', 'Side by side']],
    correct: 'C',
    explanation: ['氧气瓶与乙炔瓶的工作间距不应小于 5 米。', 'At least 5 m between the two cylinders.'],
    source: 'GB 50720-2011 第6.3.3条；GB 30871-2022',
  }),
  choice(['gas-02', 'gas'], {
    text: ['气瓶与明火作业点的距离不应小于多少？', 'How far from the open flame do cylinders stand at least?'],
    options: [['2 米', '2 m'], ['5 米', '5 m'], ['10 米', '10 m'], ['没有要求', 'No rule']],
    correct: 'C',
    explanation: ['气瓶与明火作业点的距离不应小于 10 米。', 'At least 10 m.'],
    source: 'GB 50720-2011 第6.3.3条；GB 30871-2022',
  }),
  claim(['gas-03', 'gas'], {
    text: ['乙炔瓶可以横躺着使用，更稳当。', 'An acetylene cylinder may be used lying down; it stands safer so.'],
    correct: 'B',
    explanation: ['乙炔瓶应直立，严禁卧放使用：卧放时丙酮会随气流出，减少瓶内溶剂，还可能引发回火爆炸。', 'It stands upright. Lying down, acetone flows out with the gas, which may lead to a flashback and an explosion.'],
    source: 'GB 50720-2011 第6.3.3条；GB 30871-2022',
  }),
  claim(['gas-04', 'gas'], {
    text: ['乙炔瓶应安装防回火装置。', 'An acetylene cylinder is fitted with a flashback arrestor.'],
    correct: 'A',
    explanation: ['使用气焊、气割时，乙炔瓶应安装防回火装置，防止火焰倒回瓶内。', 'The arrestor keeps the flame from running back into the cylinder.'],
    source: 'GB 30871-2022',
  }),
  choice(['gas-05', 'gas'], {
    text: ['氧气瓶内的气体用到什么程度应停止？', 'When does one stop using gas from an oxygen cylinder?'],
    options: [['完全用空', 'When it is empty'], ['剩余压力不小于 0.1 MPa', 'With at least 0.1 MPa left'], ['剩余压力 5 MPa', 'With 5 MPa left'], ['随意', 'At any time']],
    correct: 'B',
    explanation: ['氧气瓶内剩余气体的压力不应小于 0.1 MPa，防止别的气体倒灌进瓶。', 'At least 0.1 MPa stays in it, so that no other gas flows in.'],
    source: 'GB 50720-2011 第6.3.3条',
  }),
  claim(['gas-06', 'gas'], {
    text: ['氧气瓶的瓶阀、接头可以涂一点油，拧起来省力。', 'A little oil on the valve of an oxygen cylinder makes it turn more easily and does no harm.'],
    correct: 'B',
    explanation: ['油脂遇高压氧会剧烈氧化甚至自燃爆炸。氧气瓶、阀、接头、减压器和手套都不能沾油。', 'Grease burns by itself in oxygen under pressure. Cylinder, valve, fittings, regulator and gloves stay free of it.'],
    source: 'GB 9448-1999',
  }),
  claim(['gas-07', 'gas'], {
    text: ['可以用氧气吹扫衣服上的灰尘，或者给密闭空间通风。', 'Oxygen may be used to blow dust off clothes or to ventilate a closed space.'],
    correct: 'B',
    explanation: ['富氧时衣服遇火星就会猛烈燃烧。严禁用氧气代替压缩空气吹扫、通风。', 'Clothes full of oxygen flare up at a spark. Oxygen never takes the place of compressed air.'],
    source: 'GB 9448-1999',
  }),
  choice(['gas-08', 'gas'], {
    text: ['被测气体的爆炸下限大于或等于 4% 时，动火分析合格的浓度不大于多少（体积分数）？', 'The lower explosion limit of a gas is 4 % or more. Up to which volume fraction does the test before hot work pass?'],
    options: [['0.2%', '0.2 %'], ['0.5%', '0.5 %'], ['2%', '2 %'], ['4%', '4 %']],
    correct: 'B',
    explanation: ['爆炸下限不小于 4% 的，不大于 0.5%；小于 4% 的，不大于 0.2%。', 'Limit of 4 % or more: up to 0.5 %. Below 4 %: up to 0.2 %.'],
    source: 'GB 30871-2022',
  }),
  choice(['gas-09', 'gas'], {
    text: ['进入受限空间作业，氧气含量（非富氧环境）应在什么范围？', 'Which share of oxygen is right in a confined space that is not enriched with it?'],
    options: [['10%～15%', '10–15 %'], ['15%～19%', '15–19 %'], ['19.5%～21%', '19.5–21 %'], ['23.5%～30%', '23.5–30 %']],
    correct: 'C',
    explanation: ['氧含量应为 19.5%～21%，富氧环境下不应大于 23.5%。', '19.5–21 %; in an enriched atmosphere at most 23.5 %.'],
    source: 'GB 30871-2022',
  }),
  choice(['gas-10', 'gas'], {
    text: ['动火前，气体取样与动火开始的间隔不应超过多久？', 'At most how long before the start of hot work is the gas sample taken?'],
    options: [['30 分钟', '30 minutes'], ['2 小时', '2 hours'], ['4 小时', '4 hours'], ['当天就行', 'Any time that day']],
    correct: 'A',
    explanation: ['气体分析取样时间与动火作业开始时间间隔不应超过 30 分钟。', 'At most 30 minutes.'],
    source: 'GB 30871-2022',
  }),
]; // prettier-ignore
