import type { RelatedTicket, WorkVideo } from '../../../../domain/permits/paper-record-kinds';
import type { FieldError } from '../../../../kernel/refusal';
import type { UserFacts } from '../../../identity/caller-of-user';
import type { Parties } from '../draft-parties';
import type { StandardFormRequest } from './standard-form.dto';

/** What form A.1 of GB 30871-2022 has beside the fields of every permit. */
export interface DraftedForm {
  readonly relatedTickets: readonly RelatedTicket[];
  readonly riskAnalysis: string | null;
  readonly workLeaderId: string | null;
  readonly workPlanNumber: string | null;
  readonly video: WorkVideo | null;
}

interface Known {
  readonly workLeader: Pick<UserFacts, 'id' | 'enterpriseId'> | null;
  readonly applicantId: string;
  readonly parties: Parties;
}

/** The work leader belongs to a party; a ticket is named once. */
export const formFaults = (request: StandardFormRequest, known: Known): FieldError[] => [
  ...(request.workLeaderId === undefined || leadsHere(known)
    ? []
    : [{ path: 'workLeaderId', code: 'permit.work-leader-unknown' }]),
  ...repeated(request.relatedTickets ?? []),
];

function leadsHere({ workLeader, applicantId, parties }: Known): boolean {
  if (workLeader === null) return false;
  const { enterpriseId, contractorId, occupierEnterpriseId } = parties;
  return (
    workLeader.id === applicantId ||
    (workLeader.enterpriseId !== null &&
      [enterpriseId, contractorId, occupierEnterpriseId].includes(workLeader.enterpriseId))
  );
}

const repeated = (tickets: readonly RelatedTicket[]): FieldError[] =>
  tickets.flatMap(({ number }, i) =>
    tickets.findIndex((one) => one.number.trim() === number.trim()) === i
      ? []
      : [{ path: `relatedTickets.${i}.number`, code: 'field.repeated' }],
  );

export const formOf = (request: StandardFormRequest): DraftedForm => ({
  relatedTickets: (request.relatedTickets ?? []).map(({ work, number }) => ({ work, number: number.trim() })),
  riskAnalysis: request.riskAnalysis?.trim() ?? null,
  workLeaderId: request.workLeaderId ?? null,
  workPlanNumber: request.workPlanNumber?.trim() ?? null,
  video: request.video ? { recorder: request.video.recorder.trim(), keeper: request.video.keeper.trim() } : null,
});

/** The same on a new draft that is copied from an earlier permit. Its related tickets are of another day. */
export const formAgain = (permit: DraftedForm): StandardFormRequest => ({
  riskAnalysis: permit.riskAnalysis ?? undefined,
  workLeaderId: permit.workLeaderId ?? undefined,
  workPlanNumber: permit.workPlanNumber ?? undefined,
  video: permit.video ?? undefined,
});
