import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { PROCESSES, type Process } from '../../../domain/registry/machine';
import { IfGiven } from '../../../platform/http/if-given.decorator';

export class IssueProcedureRequest {
  @IsIn(PROCESSES)
  @ApiProperty({ enum: PROCESSES })
  process: Process;

  /** Without it: the caller's own region. */
  @IfGiven()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  @IsString()
  @Length(2, 100)
  @Matches(/\S{2}/)
  title: string;

  @IsString()
  @Length(10, 20_000)
  body: string;

  @IsString()
  @Length(2, 200)
  source: string;
}

/** The version in force of a procedure. */
export class ProcedureView {
  id: string;
  regionCode: string;

  @ApiProperty({ enum: PROCESSES })
  process: Process;

  version: number;
  title: string;
  body: string;
  source: string;

  @ApiProperty({ format: 'date-time' })
  issuedAt: string;

  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: 'by the caller, a welder' })
  signedAt: string | null;

  /** How many signed this version, of those within reach. */
  signed: number;

  /** Active welders within reach for whom it holds. */
  welders: number;
}

export class ProcedureList {
  @ApiProperty({ type: [ProcedureView] })
  items: ProcedureView[];
}

export class UnsignedWelder {
  welderId: string;
  name: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  regionName: string;
}

export class UnsignedPage {
  @ApiProperty({ type: [UnsignedWelder] })
  items: UnsignedWelder[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
