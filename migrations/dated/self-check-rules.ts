import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const validFrom = '2000-01-01T00:00:00+08:00';
const item = (code: string, zh: string, en: string, kind = 'other') => ({ code, zh, en, kind });

/** 企业自查: every quarter, in dangerous trades every month, and what is looked at. */
export const selfCheckRules: readonly DatedRule[] = [
  {
    ...byPlatform('self-check.cadence', {
      months: 3,
      highRiskMonths: 1,
      highRiskIndustries: ['chemical', 'construction'],
      leastDays: 14,
    }),
    id: 'dated-self-check-cadence',
    validFrom,
  },
  {
    ...byPlatform('self-check.items', [
      item(
        'certificates',
        '焊工持有效操作证，准操项目与作业相符',
        'Every welder holds a valid certificate for the work done',
        'uncertified',
      ),
      item('training', '焊工培训合格，操作规程已签阅', 'Welders are trained and have signed the operating procedures'),
      item(
        'machines',
        '焊割设备已登记贴码，电缆、接地、气管和回火防止器完好',
        'Machines are registered and marked; cables, earthing, hoses and flashback arrestors are whole',
      ),
      item('chips', '监管芯片在线，没有拆改', 'Chips are on line and untouched'),
      item(
        'permits',
        '动火前办理作业票，现场有监护人',
        'Hot work has a permit before it begins, and a fire watcher on the spot',
      ),
      item(
        'cylinders',
        '氧气瓶、乙炔瓶直立固定，间距不少于5米，距明火不少于10米',
        'Cylinders stand upright and fixed, 5 m apart and 10 m from flames',
      ),
      item(
        'combustibles',
        '作业点周围可燃物已清理或隔离，灭火器材有效',
        'What burns is cleared or screened; extinguishers are at hand and valid',
      ),
      item('exits', '疏散通道和安全出口畅通，没有锁闭', 'Escape routes and exits are free and not locked'),
      item(
        'contractors',
        '外包队伍已签安全生产管理协议，人员已登记',
        'Contractors have signed the safety agreement, and their people are registered',
      ),
      item('rectified', '以前发现的问题已整改', 'What was found before has been put right'),
    ]),
    id: 'dated-self-check-items',
    validFrom,
  },
];
