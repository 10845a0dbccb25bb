import { standsThere } from './place-law';
import { HOUR, MINUTE } from './time-law';
import { lastsUntil } from './work-law';
import { reason, type Ask, type Permit, type Reason, type World } from './world';

/** "not heard of for longer than the limit": the rule's 180 s. */
export const isUnheard = (heardAt: number | undefined, at: number): boolean =>
  heardAt === undefined || at - heardAt > 180_000;

/** A code is good for whole hours (chip protocol); a tap is due each hour, with ten minutes of patience (rule data). */
const SHORTEST_CODE = HOUR;
const TAP_AND_PATIENCE = 70 * MINUTE;

/**
 * Section 5: "offline codes only while the chip is unheard, for no longer than the next gas test or tap is due, never at special level";
 * section 6: "or a prefetched code … for a cellar without signal", of which somebody responsible has said on the spot that it is one.
 */
export function offlineReasons({ machine, permit }: World, { at, way }: Ask): Reason[] {
  if (way !== 'offline-code') return [];
  const found: Reason[] = [];
  const say = (code: string): number => found.push(reason(`offline.${code}`, [''], ['job']));
  if (!machine.chip) say('no-chip');
  else if (!isUnheard(machine.chip.heardAt, at) && !(permit && saidWithoutSignal(permit))) say('chip-heard');
  if (permit?.regime === 'chemical' && permit.level === 'special') say('special');
  if (permit && at + SHORTEST_CODE > goodUntil(permit)) say('too-short');
  return found;
}

const saidWithoutSignal = ({ acts, watcher, enterpriseId, contractorId, circle, welderIds }: Permit): boolean =>
  acts.some(
    (act) =>
      act.kind === 'no-signal' &&
      standsThere(circle, act.position) &&
      !welderIds.includes(act.by.welderId ?? '') &&
      (act.by.id === watcher?.id ||
        (act.by.role === 'safety-officer' && [enterpriseId, contractorId].includes(act.by.enterpriseId))),
  );

/** The end of the permit, and the moment at which a missed tap would stop the work. */
function goodUntil(permit: Permit): number {
  const shown = permit.acts.filter(({ kind }) => kind === 'watch-on' || kind === 'tap').at(-1);
  return Math.min(lastsUntil(permit), shown ? shown.at + TAP_AND_PATIENCE : Infinity);
}
