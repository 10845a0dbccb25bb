import { choice, claim, type SeedQuestion } from './question';

/** Hot work on construction sites, in plants and in public places. */
export const hotWorkQuestions: readonly SeedQuestion[] = [
  choice(['hot-work-01', 'hot-work'], {
    text: ['施工现场动火作业，每个动火作业点至少应设几名监护人？', 'How many fire watchers does each hot-work point on a construction site need at least?'],
    options: [['不需要', 'None'], ['1 名', 'One'], ['两个动火点共用 1 名', 'One for two points'], ['由焊工自己兼任', 'The welder watches too']],
    correct: 'B',
    explanation: ['每个动火作业点均应设置 1 个监护人；焊工要看焊缝，不能兼任监护。', 'Each hot-work point has one watcher of its own. A welder looks at the weld and cannot watch.'],
    source: 'GB 50720-2011 第6.3.1条',
  }),
  choice(['hot-work-02', 'hot-work'], {
    text: ['露天动火作业，风力达到几级应停止？', 'From which wind force on does hot work in the open air stop?'],
    options: [['三级', 'Force 3'], ['四级', 'Force 4'], ['五级（含）以上', 'Force 5 and more'], ['七级', 'Force 7']],
    correct: 'C',
    explanation: ['五级（含五级）以上风力时，应停止焊接、切割等室外动火作业；施工现场确需动火的，要有可靠的挡风措施。', 'From force 5 on, welding and cutting in the open air stop. On a site, work that must go on needs a reliable windbreak.'],
    source: 'GB 50720-2011 第6.3.1条；GB 30871-2022',
  }),
  claim(['hot-work-03', 'hot-work'], {
    text: ['动火作业结束后，焊工收好工具就可以马上离开。', 'After hot work the welder may leave as soon as the tools are packed.'],
    correct: 'B',
    explanation: ['动火作业后应检查现场，确认没有火灾危险后，动火操作人员方可离开。阴燃的火可能过几十分钟才烧起来。', 'The place is checked first, and the welder leaves only when no danger of fire remains. Smouldering may break out much later.'],
    source: 'GB 50720-2011 第6.3.1条',
  }),
  choice(['hot-work-04', 'hot-work'], {
    text: ['化工企业特级、一级动火安全作业票的有效期最长是多久？', 'How long is a chemical hot-work permit of special or first level valid at most?'],
    options: [['4 小时', '4 hours'], ['8 小时', '8 hours'], ['24 小时', '24 hours'], ['72 小时', '72 hours']],
    correct: 'B',
    explanation: ['特级、一级不超过 8 小时，二级不超过 72 小时。到时间还没干完的，要重新办票。', 'Special and first level: 8 hours. Second level: 72 hours. After that, a new permit is needed.'],
    source: 'GB 30871-2022',
  }),
  choice(['hot-work-05', 'hot-work'], {
    text: ['开始动火以前，现场要做好哪些事？（多选）', 'What has to be done on the spot before hot work begins? (several answers)'],
    options: [['清理或隔离可燃物', 'Clear or screen what can burn'], ['备好灭火器材', 'Have fire extinguishers at hand'], ['监护人到位', 'Have the watcher present'], ['关掉烟感报警器，以免误报', 'Switch off the smoke alarm']],
    correct: 'ABC',
    explanation: ['清可燃物、备灭火器、监护人到位缺一不可。消防设施不得擅自停用。', 'Clearing, extinguishers and the watcher belong together. Nobody may switch off fire protection on their own.'],
    source: 'GB 50720-2011 第6.3.1条；《消防法》第二十八条',
  }),
  claim(['hot-work-06', 'hot-work'], {
    text: ['可以直接在裸露的可燃材料（如保温泡沫）上焊接，只要动作快。', 'One may weld directly on bare combustible material such as insulation foam if one is quick.'],
    correct: 'B',
    explanation: ['裸露的可燃材料上严禁直接进行动火作业。泡沫、彩钢板夹芯遇火花会迅速燃烧并放出毒烟。', 'Hot work directly on bare combustible material is forbidden. Foam and sandwich panels burn fast and give off toxic smoke.'],
    source: 'GB 50720-2011 第6.3.1条',
  }),
  choice(['hot-work-07', 'hot-work'], {
    text: ['作业中断多久以后，化工企业一级动火应重新做气体分析？', 'After an interruption of more than how long does first-level work in a chemical plant need a new gas test?'],
    options: [['10 分钟', '10 minutes'], ['30 分钟', '30 minutes'], ['2 小时', '2 hours'], ['不需要重做', 'No new test is needed']],
    correct: 'B',
    explanation: ['特级、一级动火作业中断超过 30 分钟，二级超过 60 分钟，应重新进行气体分析。', 'More than 30 minutes at special and first level, more than 60 minutes at second level.'],
    source: 'GB 30871-2022',
  }),
  claim(['hot-work-08', 'hot-work'], {
    text: ['动火点和作业内容变了，可以继续用原来的作业票。', 'When the point or the content of the work changes, the old permit can still be used.'],
    correct: 'B',
    explanation: ['一个动火点、一段时间、一项内容办一张票。地点、内容变了，要重新办票。', 'A permit is for one point, one period and one content. When one of them changes, a new permit is needed.'],
    source: 'GB 30871-2022',
  }),
  claim(['hot-work-09', 'hot-work'], {
    text: ['监护人可以在监护期间去干别的活，有事再叫他。', 'During the watch the watcher may do other work and be called if needed.'],
    correct: 'B',
    explanation: ['监护人在作业期间不得离开现场，也不做与监护无关的事；确需离开的，应停止作业或换人。', 'The watcher stays and does nothing else. If the watcher has to leave, work stops or somebody else takes over.'],
    source: 'GB 30871-2022',
  }),
]; // prettier-ignore
