import { namedText } from '../../../kernel/language';
import { conflict, wrongField, type Refusal } from '../../../kernel/refusal';
import { placesOf } from '../approval-chain';
import { measuresFor } from '../measures';
import { plantSigningRefusal } from '../plant-signing';
import type { PermitSnapshot } from '../snapshot';
import { levelName } from '../words';
import type { StepInput } from './inputs';
import { userOf } from './person';
import type { Change, PermitRecord } from './step';
import { conflictingWork, workRefusal, type Submission } from './submission';

/**
 * What speaks against a permit that a plant has signed: its level, then all that a submission here would be refused for,
 * then its signatures. A stricter level than the platform asks for is the plant's right.
 */
export function takeInRefusal(snapshot: PermitSnapshot, { submission, paper }: StepInput<'take-in'>): Refusal | null {
  const { permit, rules, at } = snapshot;
  return (
    notItsSite(snapshot, submission) ??
    levelTooLow(snapshot, submission.raised.level, paper.level) ??
    workRefusal(snapshot, { ...submission, raised: { ...submission.raised, level: paper.level } }) ??
    plantSigningRefusal(permit, paper, rules.withLevel(paper.level), at) ??
    conflictingWork(permit, submission.conflicts)
  );
}

/** A plant signs for work on its own ground, as an official has confirmed it. */
function notItsSite({ permit }: PermitSnapshot, { place }: Pick<Submission, 'place'>): Refusal | null {
  const own = place.hosts.some(({ enterpriseId }) => enterpriseId === permit.enterpriseId);
  return own ? null : wrongField('place', 'plant.place-not-its-site');
}

function levelTooLow({ permit, rules }: PermitSnapshot, needed: string, level: string): Refusal | null {
  if (rules.levels.includes(level) && rules.levels.indexOf(level) <= rules.levels.indexOf(needed)) return null;
  const params = namedText('needed', (language) => levelName(permit.regime, needed, language));
  return conflict('plant.level-too-low', { params, extra: { level, needed } });
}

/** `take-in`: signed and issued at the plant. From now on the permit keeps the rules of this day, as any other. */
export function takenIn(snapshot: PermitSnapshot, { submission, paper }: StepInput<'take-in'>): Change {
  const { permit, rules, at } = snapshot;
  const { level } = paper;
  const atLevel = rules.withLevel(level);
  const round = permit.round + 1;
  const seats = placesOf(atLevel.chain);
  const { raisedBecause } = submission.raised;
  return {
    set: {
      ...{ level, raisedBecause, round, ruleVersion: atLevel.version, submittedAt: at, waitingSince: null },
      ...{ approvedAt: at, issuedAt: at, issuedBy: userOf(snapshot) },
    },
    records: [
      { kind: 'checklist', codes: measuresFor(atLevel.measures, permit).map(({ code }) => code) },
      ...paper.signatures.map((signature): PermitRecord => {
        const seat = seats.find(({ number }) => number === signature.seat)!;
        return { kind: 'plant-signature', seat, signature };
      }),
      ...paper.records.map(({ kind, userId }): PermitRecord => {
        return { kind: 'paper', what: kind, round, userId, comment: null, signatureFileId: null };
      }),
    ],
    detail: { level, raisedBecause, round, seats: paper.signatures.map(({ seat }) => seat) },
  };
}
