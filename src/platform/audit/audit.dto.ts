import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IfGiven } from '../http/if-given.decorator';
import { PageQuery } from '../http/page';
import { IsDayOrTime } from '../http/times.decorator';

export class AuditQuery extends PageQuery {
  /** Kind of thing: `permit`, `user`, `machine` … */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  entity?: string;

  /** The thing itself. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  id?: string;

  /** The user who did it. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  actorId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  action?: string;

  /** From this time on. */
  @IfGiven()
  @IsDayOrTime()
  from?: string;

  /** Before this time. */
  @IfGiven()
  @IsDayOrTime()
  to?: string;
}

export class AuditActor {
  @ApiProperty({ type: String, nullable: true, description: 'the user; null for a part of the platform' })
  id: string | null;

  @ApiProperty()
  name: string;

  @ApiProperty({ type: String, nullable: true, description: 'network address' })
  address: string | null;
}

export class AuditEntryView {
  @ApiProperty()
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: AuditActor })
  actor: AuditActor;

  @ApiProperty({ example: 'permit.approved' })
  action: string;

  @ApiProperty({
    type: 'object',
    properties: { kind: { type: 'string' }, id: { type: 'string' } },
    required: ['kind', 'id'],
  })
  entity: { kind: string; id: string };

  @ApiProperty({ type: String, nullable: true })
  regionCode: string | null;

  @ApiProperty({
    type: 'object',
    nullable: true,
    additionalProperties: true,
    description: 'the values before, personal data masked',
  })
  before: unknown;

  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true, description: 'and after' })
  after: unknown;
}

export class AuditPage {
  @ApiProperty({ type: [AuditEntryView] })
  items: AuditEntryView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
