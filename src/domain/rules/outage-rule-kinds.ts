import { kind, quantity } from './rule-kind';
import { number, whole } from './shape';

/** Rules of times without the platform, and of the paper that is used then. */
export const outageRuleKinds = {
  'outage.gap-minutes': quantity(
    ['平台多久没有运行记录算中断', 'Without a sign of life the platform counts as down after'],
    'minutes',
    [],
    whole(1, 1_440),
  ),
  'outage.longest-hours': quantity(
    ['一次宣布的平台中断最长多久', 'The longest outage that can be declared'],
    'hours',
    [],
    number(1, 720),
  ),
  'paper.entry-hours': quantity(
    ['中断结束后多久内补录纸质票', 'A paper permit is entered after the outage within'],
    'hours',
    [],
    number(1, 720),
  ),
  'paper.block-most': kind(['一次最多发放多少张纸质票', 'Most paper forms issued at a time'], [], whole(1, 1_000)),
};
