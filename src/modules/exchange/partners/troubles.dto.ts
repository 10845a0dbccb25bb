import { ApiProperty } from '@nestjs/swagger';
import { EXCHANGE_KINDS, type ExchangeKind } from '../../../domain/exchange/exchange-kinds';
import { ALL_FORMATS, type Format } from '../../../domain/exchange/formats';
import { DIFFERENCE_KINDS, type DifferenceKind } from '../../../domain/exchange/reconcile';

export class FailedItemView {
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  entityId: string;
  code: string;
}

export class DifferenceView {
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  entityId: string;

  @ApiProperty({ enum: DIFFERENCE_KINDS })
  difference: DifferenceKind;

  @ApiProperty({ type: Number, nullable: true })
  ours: number | null;

  @ApiProperty({ type: Number, nullable: true })
  theirs: number | null;
}

export class WaitingView {
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  theirId: string;

  @ApiProperty({ type: String, nullable: true })
  entityId: string | null;

  code: string;
  differing: string[];

  @ApiProperty({ format: 'date-time' })
  takenAt: string;
}

export class PartnerTroubles {
  /** A hundred at most of each. */
  @ApiProperty({ type: [FailedItemView] })
  failed: FailedItemView[];

  @ApiProperty({ type: [DifferenceView], description: 'of the last comparison that found any' })
  differences: DifferenceView[];

  @ApiProperty({ type: [WaitingView] })
  waiting: WaitingView[];
}

export class FieldView {
  @ApiProperty({ enum: EXCHANGE_KINDS })
  kind: ExchangeKind;

  field: string;
  type: string;
  personal: boolean;

  @ApiProperty({ enum: ALL_FORMATS, isArray: true })
  formats: Format[];

  @ApiProperty({ type: [String], description: 'the vocabulary of a code' })
  values: string[];
}

export class FieldList {
  @ApiProperty({ type: [FieldView] })
  items: FieldView[];
}
