import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class ChangeQuery {
  @ApiPropertyOptional({
    description: '`nextCursor` of the last answer; without it from the oldest change that is kept',
  })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  after?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
}

export class ChangedEntity {
  @ApiProperty({ description: 'what kind of thing changed: `permit`, `job`, `violation` …' })
  kind: string;

  @ApiProperty()
  id: string;
}

export class Change {
  @ApiProperty({ description: 'cursor of this change' })
  id: string;

  @ApiProperty({ example: 'permit.changed' })
  type: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: ChangedEntity })
  entity: ChangedEntity;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'the fields of this kind of event; they also stand beside the others',
  })
  data: Readonly<Record<string, unknown>>;
}

export class ChangePage {
  @ApiProperty({ type: [Change] })
  items: Change[];

  @ApiProperty({ type: String, nullable: true, description: 'from where to go on, also when there is nothing new' })
  nextCursor: string | null;

  @ApiProperty({ description: 'there is more to read at once' })
  more: boolean;
}
