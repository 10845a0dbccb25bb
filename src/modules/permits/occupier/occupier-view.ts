import { watchMs } from '../../../domain/permits/fire-watch';
import { isSeenOnTheSpot } from '../../../domain/permits/on-the-spot';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import { familyNameOnly } from '../../../domain/registry/family-name';
import { MINUTE } from '../../../kernel/time';
import type { OccupierView } from './occupier.dto';
import type { NamedView } from '../page/standard-form.dto';
import type { StoredPermit } from '../stored-permit';

/** The job as the occupier sees it, who has no account: names are cut to the family's. */
export const occupierView = (
  permit: StoredPermit,
  welders: readonly NamedView[],
  rules: PermitRules,
  { mustWatch, textsStopped }: Pick<OccupierView, 'mustWatch' | 'textsStopped'>,
): OccupierView => ({
  id: permit.id,
  number: permit.number,
  state: permit.state,
  placeName: permit.placeName,
  content: permit.content,
  welders: welders.map(({ name }) => familyNameOnly(name)),
  plannedStart: new Date(permit.plannedStart).toISOString(),
  plannedEnd: new Date(permit.plannedEnd).toISOString(),
  watchMinutes: watchMs(rules, permit.placeKinds) / MINUTE,
  mustWatch,
  onTheSpot: isSeenOnTheSpot(rules),
  confirmed: permit.occupierConfirmedAt !== null,
  textsStopped,
});
