import { ApiProperty } from '@nestjs/swagger';
import { ERASED_KINDS, type ErasedKind } from '../../domain/privacy/retention';
import { OWN_DATA, type OwnDataKind } from '../../domain/privacy/own-data';

export class ErasureView {
  id: string;

  @ApiProperty({ enum: ERASED_KINDS })
  kind: ErasedKind;

  /** How many records. */
  erased: number;

  @ApiProperty({ format: 'date-time', description: 'what was older was erased' })
  before: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class ErasurePage {
  @ApiProperty({ type: [ErasureView] })
  items: ErasureView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class OwnDataSection {
  @ApiProperty({ enum: OWN_DATA })
  kind: OwnDataKind;

  @ApiProperty({ type: [Object], description: 'the newest first; at most a thousand' })
  items: Record<string, unknown>[];
}

export class OwnDataView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: [OwnDataSection] })
  sections: OwnDataSection[];
}

export class LookView {
  @ApiProperty({ format: 'date-time' })
  at: string;

  /** Who looked. */
  name: string;

  @ApiProperty({ example: 'welder.revealed' })
  action: string;

  @ApiProperty({ type: String, nullable: true, description: 'the purpose that was given' })
  reason: string | null;
}

export class LookList {
  /** The newest hundred. */
  @ApiProperty({ type: [LookView] })
  items: LookView[];
}
