import { ApiProperty } from '@nestjs/swagger';
import {
  PAPER_RECORDS,
  SPECIAL_WORKS,
  type PaperRecordKind,
  type SpecialWork,
} from '../../../domain/permits/paper-record-kinds';

const maybeText = { type: String, nullable: true } as const;

export class NamedView {
  id: string;
  name: string;
}

/** A ticket for other special work at the same place. */
export class RelatedTicketView {
  @ApiProperty({ enum: SPECIAL_WORKS }) work: SpecialWork;
  number: string;
}

/** The recording of the whole work, at special level. */
export class WorkVideoView {
  recorder: string;
  keeper: string;
}

/** What the standard's form has signed beside the approval. */
export class PaperRecordView {
  @ApiProperty({ enum: PAPER_RECORDS }) kind: PaperRecordKind;
  name: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty(maybeText) comment: string | null;
  @ApiProperty(maybeText) signatureFileId: string | null;
}

/** What form A.1 of GB 30871-2022 has beside the fields of every permit. */
export class StandardFormView {
  @ApiProperty({ type: [RelatedTicketView] }) relatedTickets: RelatedTicketView[];
  @ApiProperty(maybeText) riskAnalysis: string | null;
  /** Without a name of its own: whoever applied. */
  workLeader: NamedView;
  @ApiProperty(maybeText) workPlanNumber: string | null;
  @ApiProperty({ type: WorkVideoView, nullable: true }) video: WorkVideoView | null;
  /** How long the recording is kept; 0: none is asked for. */
  videoDays: number;
  /** What is signed before work begins. */
  @ApiProperty({ enum: PAPER_RECORDS, isArray: true }) recordsAsked: PaperRecordKind[];
  @ApiProperty({ type: [PaperRecordView] }) records: PaperRecordView[];
}
