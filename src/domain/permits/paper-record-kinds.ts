/** What form A.1 of GB 30871-2022 has signed beside the approval: each is made by the command of the same name. */
export const PAPER_RECORDS = ['work-leader-opinion', 'briefing', 'briefing-received', 'shift-check'] as const;
export type PaperRecordKind = (typeof PAPER_RECORDS)[number];

/** The other kinds of special work that GB 30871-2022 asks a ticket for. */
export const SPECIAL_WORKS = [
  'confined-space', 'blind-plate', 'height', 'lifting', 'temporary-power', 'excavation', 'road-closure',
] as const; // prettier-ignore
export type SpecialWork = (typeof SPECIAL_WORKS)[number];

/** A ticket for other special work at the same place. */
export interface RelatedTicket {
  readonly work: SpecialWork;
  readonly number: string;
}

/** Special level: who records the whole work with what, and who keeps the recording. */
export interface WorkVideo {
  readonly recorder: string;
  readonly keeper: string;
}
