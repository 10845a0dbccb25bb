/** What form A.1 of GB 30871-2022 has signed beside the approval: each is made by the command of the same name. */
export const PAPER_RECORDS = ['work-leader-opinion', 'briefing', 'briefing-received', 'shift-check'] as const;
export type PaperRecordKind = (typeof PAPER_RECORDS)[number];

/** The other kinds of special work that GB 30871-2022 asks a ticket for. */
export const SPECIAL_WORKS = [
  'confined-space', 'blind-plate', 'height', 'lifting', 'temporary-power', 'excavation', 'road-closure',
] as const; // prettier-ignore
export type SpecialWork = (typeof SPECIAL_WORKS)[number];

/** Their names on paper and screen. */
export const SPECIAL_WORK_WORDS: Readonly<Record<SpecialWork, { readonly zh: string; readonly en: string }>> = {
  'confined-space': { zh: '受限空间作业', en: 'Confined space' },
  'blind-plate': { zh: '盲板抽堵作业', en: 'Blinds' },
  height: { zh: '高处作业', en: 'Work at height' },
  lifting: { zh: '吊装作业', en: 'Lifting' },
  'temporary-power': { zh: '临时用电作业', en: 'Temporary power' },
  excavation: { zh: '动土作业', en: 'Excavation' },
  'road-closure': { zh: '断路作业', en: 'Road closure' },
};

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
