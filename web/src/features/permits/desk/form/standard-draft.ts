import type { SpecialWork } from '@domain/permits/paper-record-kinds';
import type { DraftPermitRequest, Permit } from '@/api/permits';

/** What is typed into the fields of form A.1 of GB 30871-2022. */
export interface StandardDraft {
  riskAnalysis: string;
  relatedTickets: { work: SpecialWork; number: string }[];
  workLeaderId: string | undefined;
  workPlanNumber: string;
  videoRecorder: string;
  videoKeeper: string;
}

export type MissingOnForm = Partial<Record<'risks' | 'tickets' | 'plan' | 'recorder' | 'keeper', boolean>>;

export const emptyStandardDraft = (): StandardDraft => ({
  riskAnalysis: '',
  relatedTickets: [],
  workLeaderId: undefined,
  workPlanNumber: '',
  videoRecorder: '',
  videoKeeper: '',
});

export const standardDraftOf = (permit: Permit): StandardDraft => ({
  riskAnalysis: permit.riskAnalysis ?? '',
  relatedTickets: permit.relatedTickets.map((ticket) => ({ ...ticket })),
  workLeaderId: permit.workLeader.id === permit.applicant.id ? undefined : permit.workLeader.id,
  workPlanNumber: permit.workPlanNumber ?? '',
  videoRecorder: permit.video?.recorder ?? '',
  videoKeeper: permit.video?.keeper ?? '',
});

const empty = (text: string): boolean => text.trim() === '';

/** `recorded`: the level asks for a plan and for a recording of the whole work. */
export const missingOnForm = (draft: StandardDraft, recorded: boolean): MissingOnForm => ({
  risks: empty(draft.riskAnalysis),
  tickets: draft.relatedTickets.some(({ number }) => empty(number)),
  plan: recorded && empty(draft.workPlanNumber),
  recorder: recorded && empty(draft.videoRecorder),
  keeper: recorded && empty(draft.videoKeeper),
});

export function toStandardForm(draft: StandardDraft): Partial<DraftPermitRequest> {
  const [riskAnalysis, workPlanNumber] = [draft.riskAnalysis.trim(), draft.workPlanNumber.trim()];
  const [recorder, keeper] = [draft.videoRecorder.trim(), draft.videoKeeper.trim()];
  return {
    relatedTickets: draft.relatedTickets.map(({ work, number }) => ({ work, number: number.trim() })),
    ...(riskAnalysis && { riskAnalysis }),
    ...(draft.workLeaderId && { workLeaderId: draft.workLeaderId }),
    ...(workPlanNumber && { workPlanNumber }),
    ...(recorder && keeper && { video: { recorder, keeper } }),
  };
}
