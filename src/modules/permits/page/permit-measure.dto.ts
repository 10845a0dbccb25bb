import { ApiProperty } from '@nestjs/swagger';

const maybeText = { type: String, nullable: true } as const;

export class PermitMeasureView {
  code: string;
  text: string;
  confirmed: boolean;
  /** Confirmed with a drawn signature. */
  signature: boolean;
  /** What is counted or measured with it, with the unit; null: nothing. */
  @ApiProperty(maybeText) numberAsked: string | null;
  @ApiProperty({ type: Number, nullable: true }) number: number | null;
  @ApiProperty(maybeText) confirmedBy: string | null;
  @ApiProperty({ ...maybeText, format: 'date-time' }) confirmedAt: string | null;
}
