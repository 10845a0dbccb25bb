import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, Matches, ValidateNested } from 'class-validator';

export const VENDOR_TOPICS = ['birth', 'samples', 'events', 'replies'] as const;

export class ChipMessageOffered {
  @Matches(/^[A-Z0-9]{12,20}$/)
  chipNo: string;

  @IsIn(VENDOR_TOPICS)
  @ApiProperty({ enum: VENDOR_TOPICS })
  topic: (typeof VENDOR_TOPICS)[number];

  /** As the chip protocol writes it on `up/<topic>`. */
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: true })
  message: Record<string, unknown>;
}

export class ChipMessagesOffered {
  /** In the order in which the chips sent them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => ChipMessageOffered)
  messages: ChipMessageOffered[];
}

export class RefusedChipMessage {
  index: number;
  code: string;
}

export class ChipMessagesTaken {
  /** Taken in; what is stored for good is told by `acks`. */
  taken: number;

  @ApiProperty({ type: [RefusedChipMessage] })
  refused: RefusedChipMessage[];
}
