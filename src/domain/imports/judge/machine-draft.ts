import { ok, refused, type Result } from '../../../kernel/result';
import type { Control, Process } from '../../registry/machine';
import { controlFor } from '../../registry/machine-rules';
import { readTyped } from '../../../kernel/typed-text';
import { readSerialNumber } from '../../registry/numbers/serial-number';
import { looksSpoilt } from '../cell-text';
import type { MachineValues } from '../columns/machine-columns';
import { CREATED, refusedRow, SAME, warnedRow, type RowVerdict } from '../import';
import { thingIn, type Found } from './found';

/** A machine as a row describes it, with whom and where it was found to belong. */
export interface MachineDraft {
  readonly serialNumber: string | null;
  readonly model: string;
  readonly process: Process;
  readonly control: Control;
  readonly automatic: boolean;
  readonly outlets: number;
  readonly ratedCurrentA: number | null;
  readonly enterpriseId: string | null;
  readonly ownerWelderId: string | null;
  readonly regionCode: string;
  readonly inspectionDueOn: string | null;
  /** What a sticker of another system on it reads. */
  readonly externalCode: string | null;
}

export interface MachineSurroundings {
  readonly region: Found;
  readonly enterprise: Found;
  readonly owner: Found;
}

export function draftMachine(
  values: MachineValues,
  surroundings: MachineSurroundings,
): Result<MachineDraft, RowVerdict> {
  const place = placeOf(values, surroundings);
  if (!place.ok) return place;
  const process = values.process!;
  const control = controlFor(process, values.control ?? undefined);
  if (!control.ok) return refused(refusedRow(control.refusal, 'control'));
  return ok({
    ...place.value,
    serialNumber: readSerialNumber(values.serialNumber),
    model: values.model!,
    process,
    control: control.value,
    automatic: values.automatic ?? false,
    outlets: values.outlets ?? 1,
    ratedCurrentA: values.ratedCurrentA,
    inspectionDueOn: values.inspectionDueOn,
    // a list that was read before this column came has no such value
    externalCode: values.externalCode == null ? null : readTyped(values.externalCode),
  });
}

type Place = Pick<MachineDraft, 'enterpriseId' | 'ownerWelderId' | 'regionCode'>;

/** One owner at most; where no region is given, the machine is where its owner is. */
function placeOf(values: MachineValues, found: MachineSurroundings): Result<Place, RowVerdict> {
  const region = thingIn(found.region, 'region', 'region');
  if (!region.ok) return region;
  const enterprise = thingIn(found.enterprise, 'enterprise', values.uscc === null ? 'enterpriseName' : 'uscc');
  if (!enterprise.ok) return enterprise;
  const owner = thingIn(found.owner, 'owner', 'ownerIdNumber');
  if (!owner.ok) return owner;
  if (enterprise.value && owner.value) return refused(refusedRow('import.two-owners', 'ownerIdNumber'));
  const regionCode = (region.value ?? enterprise.value ?? owner.value)?.regionCode;
  if (regionCode === undefined) return refused(refusedRow('import.required', 'region'));
  return ok({ enterpriseId: enterprise.value?.id ?? null, ownerWelderId: owner.value?.id ?? null, regionCode });
}

/** What the register knows of machines like a draft, by their owners. */
export interface KnownAlike {
  /** Of machines of this model and number. */
  readonly alike: readonly (string | null)[];
  /** Of the thing that the sticker of another system stands for; undefined: for nothing yet. */
  readonly stuckOn?: string | null;
}

/** Its sticker of another system is kept beside a machine that is known already. */
const STICKER_ADDED: RowVerdict = warnedRow('external-code.added', 'externalCode');

export const ownerOf = ({ enterpriseId, ownerWelderId }: MachineDraft): string | null => enterpriseId ?? ownerWelderId;

export function judgeMachine(draft: MachineDraft, { alike, stuckOn }: KnownAlike): RowVerdict {
  const owner = ownerOf(draft);
  if (stuckOn !== undefined) return stuckOn === owner ? SAME : refusedRow('external-code.exists', 'externalCode');
  // a machine of nobody is not told from another's: its sticker is kept on the spot, by whoever stands before it
  if (alike.includes(owner)) return draft.externalCode && owner !== null ? STICKER_ADDED : SAME;
  if (alike.length > 0) return warnedRow('machine.serial-elsewhere', 'serialNumber');
  if (draft.serialNumber !== null && looksSpoilt(draft.serialNumber))
    return warnedRow('import.number-looks-spoilt', 'serialNumber');
  return CREATED;
}
