import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  ENTERPRISE_KINDS,
  ENTERPRISE_STATUSES,
  type EnterpriseKind,
  type EnterpriseStatus,
} from '../../../domain/registry/enterprise';
import { INDUSTRIES, type Industry } from '../../../domain/registry/industry';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';

export class RegisterEnterpriseRequest {
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name: string;

  /** 统一社会信用代码; needed for a company. */
  @IfGiven()
  @IsString()
  @Length(1, 30)
  uscc?: string;

  /** Why a code with a wrong check digit is let in; administrators only. */
  @IfGiven()
  @IsString()
  @Length(4, 200)
  usccException?: string;

  /** Without it: a company where there is a code, otherwise an individual (个体工商户). */
  @IfGiven()
  @IsIn(ENTERPRISE_KINDS)
  @ApiPropertyOptional({ enum: ENTERPRISE_KINDS })
  kind?: EnterpriseKind;

  @Matches(/^\d{2,12}$/)
  regionCode: string;

  @IsIn(INDUSTRIES)
  @ApiProperty({ enum: INDUSTRIES })
  industry: Industry;

  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  contactName: string;

  @IsString()
  @MaxLength(30)
  contactPhone: string;
}

export class ChangeEnterpriseRequest {
  @IfGiven()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  name?: string;

  @IfGiven()
  @IsString()
  @Length(1, 30)
  uscc?: string;

  @IfGiven()
  @IsString()
  @Length(4, 200)
  usccException?: string;

  @IfGiven()
  @IsIn(ENTERPRISE_KINDS)
  @ApiPropertyOptional({ enum: ENTERPRISE_KINDS })
  kind?: EnterpriseKind;

  @IfGiven()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IfGiven()
  @IsIn(INDUSTRIES)
  @ApiPropertyOptional({ enum: INDUSTRIES })
  industry?: Industry;

  @IfGiven()
  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  contactName?: string;

  @IfGiven()
  @IsString()
  @MaxLength(30)
  contactPhone?: string;

  @IfGiven()
  @IsIn(ENTERPRISE_STATUSES)
  @ApiPropertyOptional({ enum: ENTERPRISE_STATUSES })
  status?: EnterpriseStatus;
}

export class ConfirmHeadcountRequest {
  /** Everybody who works there, the owner too. */
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  headcount: number;

  /** What the official saw: a payroll, the place itself. */
  @IsString()
  @Length(2, 200)
  @Matches(/\S/)
  note: string;
}

export class EnterpriseQuery extends PageQuery {
  /** Part of the name, or the whole credit code. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  q?: string;

  @IsOptional()
  @Matches(/^\d{2,12}$/)
  regionCode?: string;

  @IsOptional()
  @IsIn(INDUSTRIES)
  @ApiPropertyOptional({ enum: INDUSTRIES })
  industry?: Industry;
}

export class EnterpriseView {
  id: string;
  name: string;

  @ApiProperty({ type: String, nullable: true })
  uscc: string | null;

  @ApiProperty({ type: String, nullable: true })
  usccException: string | null;

  @ApiProperty({ enum: ENTERPRISE_KINDS })
  kind: EnterpriseKind;

  @ApiProperty({ enum: INDUSTRIES })
  industry: Industry;

  regionCode: string;
  contactName: string;

  /** Masked. */
  contactPhone: string;

  @ApiProperty({ enum: ENTERPRISE_STATUSES })
  status: EnterpriseStatus;

  @ApiProperty({ type: Number, nullable: true, description: 'people who work there, as an official confirmed it' })
  headcount: number | null;

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  headcountConfirmedAt: string | null;

  version: number;
  createdAt: string;
}

export class EnterprisePage {
  @ApiProperty({ type: [EnterpriseView] })
  items: EnterpriseView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
