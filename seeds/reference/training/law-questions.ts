import { choice, claim, type SeedQuestion } from './question';

/** What the law asks of a welder, and what it gives. */
export const lawQuestions: readonly SeedQuestion[] = [
  claim(['law-01', 'law'], {
    text: ['进行电焊、气焊等具有火灾危险作业的人员，必须持证上岗。', 'Whoever does electric or gas welding must hold a certificate.'],
    correct: 'A',
    explanation: ['进行电焊、气焊等具有火灾危险作业的人员，必须持证上岗，并遵守消防安全操作规程。', 'The law asks for a certificate, and for keeping the operating rules of fire safety.'],
    source: '《消防法》第二十一条',
  }),
  choice(['law-02', 'law'], {
    text: ['在具有火灾、爆炸危险的场所，因施工等特殊情况需要明火作业的，应当怎么做？', 'Work with an open flame is needed at a place with danger of fire or explosion. What has to be done?'],
    options: [['跟老板说一声就行', 'Tell the boss'], ['按规定事先办理审批手续，采取相应的消防安全措施', 'Get the approval ahead and take the safety measures'], ['夜里没人时再干', 'Work at night when nobody is there'], ['干完再补手续', 'Do the paperwork afterwards']],
    correct: 'B',
    explanation: ['应当按照规定事先办理审批手续，采取相应的消防安全措施；作业人员应当遵守消防安全规定。', 'The approval comes first, with the measures of fire safety. Those who work keep to them.'],
    source: '《消防法》第二十一条',
  }),
  claim(['law-03', 'law'], {
    text: ['老板让你在没办票、没清可燃物的地方马上动火，你有权拒绝。', 'The boss tells you to weld at once, without a permit and beside things that burn. You have the right to refuse.'],
    correct: 'A',
    explanation: ['从业人员有权拒绝违章指挥和强令冒险作业，单位不得因此降低工资、福利或者解除劳动合同。', 'Workers may refuse an order against the rules. The employer may not cut pay or dismiss them for it.'],
    source: '《安全生产法》第五十四条',
  }),
  claim(['law-04', 'law'], {
    text: ['发现直接危及人身安全的紧急情况，可以停止作业或者采取可能的应急措施后撤离。', 'In an emergency that directly endangers life, one may stop work and leave, after what can be done in haste.'],
    correct: 'A',
    explanation: ['从业人员发现直接危及人身安全的紧急情况时，有权停止作业或者在采取可能的应急措施后撤离作业场所。', 'Workers have the right to stop and to leave the place.'],
    source: '《安全生产法》第五十五条',
  }),
  choice(['law-05', 'law'], {
    text: ['特种作业人员上岗前必须怎样？', 'What must somebody do before special work such as welding?'],
    options: [['有师傅带着就行', 'Have a master at their side'], ['经专门的安全作业培训，取得相应资格', 'Be trained for it and hold the qualification'], ['干满一年再考证', 'Work a year, then take the exam'], ['签一份承诺书', 'Sign a promise']],
    correct: 'B',
    explanation: ['特种作业人员必须按照国家有关规定经专门的安全作业培训，取得相应资格，方可上岗作业。', 'Special training and the qualification come before the work.'],
    source: '《安全生产法》第三十条',
  }),
  claim(['law-06', 'law'], {
    text: ['从业人员应当正确佩戴和使用劳动防护用品，服从安全管理。', 'Workers wear protective gear correctly and follow the safety management.'],
    correct: 'A',
    explanation: ['遵守安全生产规章制度和操作规程、服从管理、正确佩戴和使用劳动防护用品，是从业人员的义务。', 'Keeping the rules, following the management and wearing the gear are duties of each worker.'],
    source: '《安全生产法》第五十七条',
  }),
  claim(['law-07', 'law'], {
    text: ['借用、伪造操作证进行焊接，只要技术好就不违法。', 'Welding with a borrowed or forged certificate is no offence if the welder is skilled.'],
    correct: 'B',
    explanation: ['操作证只对本人有效，借用、冒用、伪造都是违法行为，出了事故要承担法律责任。', 'A certificate holds for its owner alone. Using another’s or a forged one breaks the law.'],
    source: '《特种作业人员安全技术培训考核管理规定》',
  }),
]; // prettier-ignore
