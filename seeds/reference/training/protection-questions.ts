import { choice, claim, type SeedQuestion } from './question';

/** Electricity, the body, and what to do when it burns. */
export const protectionQuestions: readonly SeedQuestion[] = [
  claim(['electric-01', 'electric'], {
    text: ['可以用钢筋、管道、轨道搭接起来，当作焊机的回线。', 'Reinforcement bars, pipes or rails may be joined to serve as the return line of a welding set.'],
    correct: 'B',
    explanation: ['严禁用建筑物金属构架、轨道、管道等搭接当导线：接触不良处会打火发热，还会让别处带电。', 'Steel frames, rails and pipes never carry the welding current: bad joints spark, and other parts become live.'],
    source: 'GB 9448-1999',
  }),
  claim(['electric-02', 'electric'], {
    text: ['焊接电缆外皮破损露铜，缠一层胶带就可以长期使用。', 'A welding cable with bare copper may be used for long after one layer of tape.'],
    correct: 'B',
    explanation: ['焊接电缆的外皮必须完整、绝缘良好；破损的要更换或按要求修复后再用。', 'The sheath must be whole and insulate well. A damaged cable is replaced or properly repaired first.'],
    source: 'GB 9448-1999',
  }),
  choice(['electric-03', 'electric'], {
    text: ['更换焊条、移动焊机或检修时，怎样做才对？', 'What is right when moving or repairing a welding set?'],
    options: [['直接拖着走', 'Drag it along'], ['先切断电源', 'Switch off the power first'], ['让别人按住开关', 'Let somebody hold the switch'], ['戴湿手套操作', 'Wear wet gloves']],
    correct: 'B',
    explanation: ['移动、检修焊机前应先切断电源；潮湿的手套、衣服会让人触电。', 'The power is cut before a set is moved or repaired. Wet gloves and clothes conduct.'],
    source: 'GB 9448-1999',
  }),
  claim(['electric-04', 'electric'], {
    text: ['雨天在露天可以照常进行电焊作业。', 'Arc welding in the open air goes on as usual in the rain.'],
    correct: 'B',
    explanation: ['雨水使绝缘变差，焊工容易触电。雨天不应露天焊接，确需作业要有可靠的遮挡和绝缘。', 'Rain spoils the insulation, and the welder may be electrocuted. Work waits or is reliably covered and insulated.'],
    source: '焊接安全常识',
  }),
  choice(['protection-01', 'protection'], {
    text: ['电弧焊作业应佩戴哪些防护用品？（多选）', 'What does an arc welder wear? (several answers)'],
    options: [['带合适滤光片的面罩', 'A shield with the right filter'], ['焊工手套', 'Welding gloves'], ['阻燃的工作服', 'Flame-resistant clothes'], ['化纤短袖', 'A short-sleeved synthetic shirt']],
    correct: 'ABC',
    explanation: ['面罩挡住弧光，手套和阻燃服挡住飞溅；化纤衣服遇火星会熔化粘在皮肤上。', 'The shield stops the light of the arc, gloves and clothes stop spatter. Synthetic cloth melts on the skin.'],
    source: 'GB 9448-1999',
  }),
  claim(['protection-02', 'protection'], {
    text: ['在封闭空间里焊接，气瓶和焊接电源应放在封闭空间的外面。', 'When welding in a closed space, cylinders and the power source stay outside.'],
    correct: 'A',
    explanation: ['气瓶和焊接电源必须放在封闭空间外面，防止漏气积聚和触电。', 'They must stay outside: leaking gas gathers inside, and nobody could get away from a live part.'],
    source: 'GB 9448-1999',
  }),
  claim(['protection-03', 'protection'], {
    text: ['在封闭空间里气割，吃饭时可以把割炬留在里面，只要关了割炬阀门。', 'During lunch the torch may stay in the closed space as long as its own valves are shut.'],
    correct: 'B',
    explanation: ['停用时应关闭气源，并把割炬和软管拿到外面，防止漏气积聚引起爆炸或窒息。', 'The gas is shut off at its source, and torch and hoses are taken out: leaking gas could explode or suffocate.'],
    source: 'GB 9448-1999',
  }),
  claim(['protection-04', 'protection'], {
    text: ['装过汽油、油漆的桶，没有清洗干净也能焊补，打开盖子就行。', 'A drum that held petrol or paint may be repaired without cleaning if the lid is open.'],
    correct: 'B',
    explanation: ['残留的油气遇火会爆炸。装过易燃物的容器，未彻底清洗、置换并检测合格，不得焊割。', 'What is left explodes. Such a vessel is cleaned, purged and tested before anybody welds or cuts it.'],
    source: 'GB 9448-1999',
  }),
  choice(['fire-01', 'fire'], {
    text: ['作业中发现起火，应先做什么？（多选）', 'Work sets something on fire. What comes first? (several answers)'],
    options: [['停止作业，切断电源、气源', 'Stop, cut power and gas'], ['拨打 119 报警，通知周围的人', 'Call 119 and warn people around'], ['火小且能保证安全时，用灭火器扑救', 'Use an extinguisher while the fire is small and it is safe'], ['先拍视频发群', 'First film it for the chat group']],
    correct: 'ABC',
    explanation: ['任何人发现火灾都应当立即报警；断电断气，火小时扑救，火大时马上撤离。', 'Whoever finds a fire reports it at once. Cut power and gas, fight a small fire, leave a large one.'],
    source: '《消防法》第四十四条',
  }),
  claim(['fire-02', 'fire'], {
    text: ['带电的焊机着火，可以马上用水浇灭。', 'A welding set that is under power and burns may be put out with water at once.'],
    correct: 'B',
    explanation: ['先断电。未断电的设备用水会触电，应使用干粉或二氧化碳灭火器。', 'Cut the power first. Water conducts; use a powder or carbon dioxide extinguisher.'],
    source: '消防安全常识',
  }),
  claim(['fire-03', 'fire'], {
    text: ['疏散通道、安全出口可以临时堆放焊条和气瓶，用完就搬走。', 'Electrodes and cylinders may stand in an escape route for a short time.'],
    correct: 'B',
    explanation: ['任何单位、个人不得占用、堵塞、封闭疏散通道、安全出口、消防车通道。', 'Nobody may occupy, block or close an escape route, an exit or the way of a fire engine.'],
    source: '《消防法》第二十八条',
  }),
]; // prettier-ignore
