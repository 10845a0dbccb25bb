import { ApiProperty } from '@nestjs/swagger';
import { PAPER_RECORDS, type PaperRecordKind } from '../../../../domain/permits/paper-record-kinds';

export class FormWordView {
  code: string;
  text: string;
}

export class FormQuestionView extends FormWordView {
  /** The least level of work that answers it with yes. */
  level: string;
}

export class FormSeatView {
  seat: number;

  /** Seats of one step are signed in any order, steps one after the other. */
  step: number;
  text: string;

  /** Signed at the place of work (GB 30871-2022 4.11). */
  onSite: boolean;
}

export class FormMeasureView extends FormWordView {
  /** Only in the open air. */
  openAir: boolean;

  /** Only at places of one of these kinds; empty: at all. */
  @ApiProperty({ type: [String] })
  placeKinds: string[];

  /** Something is counted or measured with it. */
  number: boolean;
}

export class PlantLevelView {
  level: string;
  longestHours: number;
  gasFreshMinutes: number;

  @ApiProperty({ type: [FormSeatView] })
  seats: FormSeatView[];

  @ApiProperty({ type: [FormMeasureView] })
  measures: FormMeasureView[];

  @ApiProperty({ enum: PAPER_RECORDS, isArray: true })
  records: PaperRecordKind[];
}

export class PlantFormView {
  @ApiProperty({ type: [FormQuestionView] })
  questions: FormQuestionView[];

  @ApiProperty({ type: [FormWordView] })
  placeKinds: FormWordView[];

  /** The strictest first. */
  @ApiProperty({ type: [PlantLevelView] })
  levels: PlantLevelView[];
}
