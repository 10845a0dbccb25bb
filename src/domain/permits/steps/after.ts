import type { Instant } from '../../../kernel/time';
import type { Permit, PermitState } from '../permit';
import type { Change, Original, PermitRecord } from './step';

/**
 * The permit once a change is saved, so that nobody has to read it again. `takesOver` and `extended` depend on other
 * permits: the next reading tells them.
 */
export function afterChange<P extends Permit>(
  permit: P,
  { set = {}, records = [] }: Change,
  to: PermitState,
  at: Instant,
): P {
  const written = records.reduce<Permit>(
    (before, record) => ({ ...before, ...partsAfter(before, record, at) }),
    permit,
  );
  return { ...permit, ...written, ...set, state: to };
}

function partsAfter(permit: Permit, record: PermitRecord, at: Instant): Partial<Permit> {
  switch (record.kind) {
    case 'signature': {
      const { round, userId, signing, filledIn } = record;
      const { place, role, onBehalfOf, covers } = signing;
      const made = { round, step: place.step, role, userId, onBehalfOf, covers, signedAt: at };
      const signature = filledIn ? { ...made, filledIn } : made;
      return { signatures: [...permit.signatures, signature] };
    }
    case 'site-visit':
      return { siteVisits: [...permit.siteVisits, { userId: record.userId, round: record.round, at }] };
    case 'paper': {
      const { what, round, userId } = record;
      return { records: [...permit.records, { kind: what, round, userId, at }] };
    }
    case 'checklist':
      return { measures: sorted(record.codes).map((code) => ({ code, confirmed: false })) };
    case 'ticks':
      return {
        measures: permit.measures.map(({ code, confirmed }) => ({
          code,
          confirmed: record.items.findLast((item) => item.code === code)?.confirmed ?? confirmed,
        })),
      };
    case 'gas-test':
      return testedAnew(permit, record);
    case 'amendment':
      return record.confirmedBy === null
        ? { pendingAmendment: { id: record.id, askedBy: record.askedBy, ...record.added } }
        : namedToo(permit, record.added);
    case 'amendment-confirmed':
      return { ...namedToo(permit, record.added), pendingAmendment: null };
    case 'inherited':
      return inheritedBy(permit, record.from);
    default: // the watch, signboards and their photos stand beside the permit
      return {};
  }
}

/** An older sample that comes late changes nothing. What failed stays to be measured until a test passes. */
function testedAnew(
  { lastGasTest }: Permit,
  { sample: { sampledAt }, verdict: { passed, failed } }: Extract<PermitRecord, { kind: 'gas-test' }>,
): Partial<Permit> {
  if (lastGasTest !== null && lastGasTest.sampledAt > sampledAt) return {};
  if (passed) return { lastGasTest: { sampledAt, passed } };
  const failedGases = sorted(new Set([...(lastGasTest?.failedGases ?? []), ...failed.map(({ gas }) => gas)]));
  return { lastGasTest: { sampledAt, passed, ...(failedGases.length > 0 && { failedGases }) } };
}

/** Measures and gas tests of the earlier permit count here, if this permit asks for them. */
const inheritedBy = (permit: Permit, from: Original): Pick<Permit, 'measures' | 'lastGasTest'> => ({
  measures: permit.measures.map(({ code, confirmed }) => ({
    code,
    confirmed: confirmed || from.measures.some((one) => one.code === code && one.confirmed),
  })),
  lastGasTest: from.lastGasTest ?? permit.lastGasTest,
});

const namedToo = (
  permit: Permit,
  added: Pick<Permit, 'welderIds' | 'machineIds'>,
): Pick<Permit, 'welderIds' | 'machineIds'> => ({
  welderIds: sorted(new Set([...permit.welderIds, ...added.welderIds])),
  machineIds: sorted(new Set([...permit.machineIds, ...added.machineIds])),
});

const sorted = (texts: Iterable<string>): string[] => [...texts].sort();
