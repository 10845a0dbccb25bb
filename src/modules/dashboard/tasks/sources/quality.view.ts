import { kindsToMend, subjectOf } from '../../../../domain/data-quality/quality-kinds';
import { qualityLimits } from '../../../../domain/data-quality/quality-limits';
import { shanghaiDate } from '../../../../kernel/time';
import { reachOf } from '../../../inventory/reach';
import { findings } from '../../../inventory/quality/quality.view';
import { MOST, type TaskSource } from '../task-source';

/** What the caller may mend in the register; the last of all, for nothing stands still because of it. */
export const quality: TaskSource = {
  kinds: ['data-mend'],
  permission: 'quality.read',
  find: async (tx, { caller, at, gridWorker, rules }) => {
    const kinds = kindsToMend(caller);
    const reach = reachOf(caller, null);
    if (kinds.length === 0 || !reach.ok) return [];
    const asked = {
      reach: reach.value,
      kinds,
      today: shanghaiDate(at),
      gridWorker,
      accepted: false,
      limits: qualityLimits(rules, at),
    };
    return (await findings(tx, asked, undefined, MOST)).map(({ kind, id, code, name, owner, regionCode }) => ({
      kind: 'data-mend',
      params: { quality: kind, name, owner },
      entity: { type: subjectOf(kind), id, code },
      dueAt: null,
      regionCode,
    }));
  },
};
