import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';
const item = (code: string, zh: string, en: string) => ({ code, zh, en });

/** Random inspections: how often each stratum is drawn, how long officers have to reveal, and what is looked at on the spot. */
export const inspectionRules: readonly DatedRule[] = [
  {
    ...byPlatform('inspection.stratum-weights', { high: 3, ordinary: 2, clean: 1 }),
    id: 'dated-inspection-weights',
    validFrom: from,
  },
  { ...byPlatform('inspection.reveal-hours', 24), id: 'dated-inspection-reveal', validFrom: from },
  { ...byPlatform('inspection.repeat-days', 90), id: 'dated-inspection-repeat', validFrom: from },
  {
    ...byPlatform('inspection.checklists', {
      'hot-work': [
        item('permit', '有有效的动火作业票，人员与票面一致', 'A valid permit covers the work and names these people'),
        item('certificate', '焊工持有效证件，准操项目相符', 'The welders hold valid certificates for this process'),
        item('watcher', '监护人在岗', 'The fire watcher is there'),
        item(
          'cleared',
          '可燃物已清理或隔离，灭火器材到位',
          'What burns is cleared or screened, extinguishers are at hand',
        ),
        item('gas-test', '需要检测的已按时检测', 'Gas tests were made in time where they are needed'),
      ],
      equipment: [
        item('sticker', '焊机已登记、贴码，信息一致', 'Each machine is registered, with its sticker, as described'),
        item('chip', '芯片在线、未拆改', 'The chip is on line and untouched'),
        item('cable', '电缆、接地、气管完好', 'Cables, earthing and hoses are whole'),
        item('check', '在定期检查有效期内', 'The periodic check has not run out'),
      ],
      premises: [
        item('people', '焊工均已登记、培训合格', 'All welders are registered and trained'),
        item('procedures', '操作规程已签阅', 'Operating procedures were read and signed'),
        item('self-check', '按期自查，隐患已整改', 'Self-checks were made, and what was found is put right'),
        item('storage', '气瓶存放、固定作业点符合要求', 'Cylinders and fixed work places are as required'),
      ],
    }),
    id: 'dated-inspection-checklists',
    validFrom: from,
  },
];
