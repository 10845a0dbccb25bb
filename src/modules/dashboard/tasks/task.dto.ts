import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';
import { TASK_KINDS, type TaskKind } from '../../../domain/tasks/task-kinds';
import { URGENCIES, type Urgency } from '../../../domain/tasks/urgency';

export class TaskQuery {
  /** Only what waits for the caller; there is no other list. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' || value === 'false' ? value === 'true' : value))
  @IsBoolean()
  @ApiPropertyOptional()
  mine?: boolean;
}

const ENTITIES = [
  'violation',
  'job',
  'permit',
  'photo',
  'workshop',
  'site',
  'user',
  'welder',
  'machine',
  'registration',
  'enterprise',
  'region',
  'inspection',
  'tip',
  'tip-reward',
  'contract',
  'self-check',
  'internal-report',
] as const;

export class TaskSubject {
  @ApiProperty({ enum: ENTITIES })
  type: (typeof ENTITIES)[number];

  id: string;
}

export class TaskView {
  @ApiProperty({ enum: TASK_KINDS })
  kind: TaskKind;

  /** A sentence in the language that was asked for. */
  title: string;

  /** What fills the title. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  params: Record<string, string>;

  @ApiProperty({ type: TaskSubject })
  entity: TaskSubject;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  dueAt: string | null;

  @ApiProperty({ enum: URGENCIES })
  urgency: Urgency;

  @ApiProperty({ type: String, nullable: true })
  regionCode: string | null;

  /** The page of the console where it is done. */
  path: string;

  /** The same on a phone. */
  phonePath: string;
}

export class TaskCountView {
  @ApiProperty({ enum: TASK_KINDS })
  kind: TaskKind;

  count: number;
  overdue: number;

  /** There are more than were counted. */
  more: boolean;
}

export class TaskList {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ type: [TaskCountView] })
  counts: TaskCountView[];

  /** The most urgent first; of each kind fifty at most. */
  @ApiProperty({ type: [TaskView] })
  items: TaskView[];
}
