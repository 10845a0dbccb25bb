import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator'; // prettier-ignore
import {
  AGREEMENT_STATES,
  CONTRACT_KINDS,
  CONTRACT_STATES,
  CONTRACTOR_STANDINGS,
  type AgreementState,
  type ContractKind,
  type ContractorStanding,
  type ContractState,
} from '../../domain/contracts/contract';
import { IfGiven } from '../../platform/http/if-given.decorator';
import { PageQuery } from '../../platform/http/page';
import { IsDay } from '../../platform/http/times.decorator';

export class PutPeopleRequest {
  /** Welders of the contractor who work at the client’s site: both enterprises count them. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  welderIds?: string[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiPropertyOptional({ type: [String] })
  machineIds?: string[];
}

export class MakeContractRequest extends PutPeopleRequest {
  @IsIn(CONTRACT_KINDS)
  @ApiProperty({ enum: CONTRACT_KINDS })
  kind: ContractKind;

  /** What the caller’s enterprise is in it. */
  @IsIn(['client', 'contractor'])
  @ApiProperty({ enum: ['client', 'contractor'] })
  as: 'client' | 'contractor';

  /** The other enterprise: its id, or its unified social credit code. */
  @IsString()
  @Length(1, 40)
  other: string;

  @IsString()
  @Length(2, 500)
  @Matches(/\S/)
  work: string;

  /** The contractor’s qualification: what it is called, and its number. */
  @IsString()
  @Length(2, 300)
  @Matches(/\S/)
  qualification: string;

  @IfGiven()
  @IsDay()
  @ApiPropertyOptional({ format: 'date' })
  qualificationUntil?: string;

  @IsDay()
  @ApiProperty({ format: 'date' })
  startsOn: string;

  @IsDay()
  @ApiProperty({ format: 'date' })
  endsOn: string;
}

export class PutAgreementRequest {
  /** Pictures of the signed pages, uploaded by the caller. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @ApiProperty({ type: [String] })
  fileIds: string[];

  @IsDay()
  @ApiProperty({ format: 'date' })
  signedOn: string;

  /** The last good day. */
  @IsDay()
  @ApiProperty({ format: 'date' })
  until: string;
}

export class EndContractRequest {
  @IsString()
  @Length(2, 300)
  @Matches(/\S/)
  reason: string;
}

export class ContractQuery extends PageQuery {
  @IsOptional()
  @IsIn(CONTRACT_STATES)
  @ApiPropertyOptional({ enum: CONTRACT_STATES })
  state?: ContractState;

  @IsOptional()
  @IsString()
  @Length(1, 40)
  enterpriseId?: string;
}

export class ContractView {
  id: string;

  @ApiProperty({ enum: CONTRACT_KINDS })
  kind: ContractKind;

  @ApiProperty({ enum: CONTRACT_STATES })
  state: ContractState;

  @ApiProperty({ enum: AGREEMENT_STATES })
  agreement: AgreementState;

  clientId: string;
  clientName: string;
  contractorId: string;
  contractorName: string;
  work: string;
  qualification: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  qualificationUntil: string | null;

  @ApiProperty({ format: 'date' })
  startsOn: string;

  @ApiProperty({ format: 'date' })
  endsOn: string;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  agreementSignedOn: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  agreementUntil: string | null;

  @ApiProperty({ type: [String] })
  agreementFileIds: string[];

  @ApiProperty({ type: [String] })
  welderIds: string[];

  @ApiProperty({ type: [String] })
  welderNames: string[];

  @ApiProperty({ type: [String] })
  machineIds: string[];

  @ApiProperty({ type: [String] })
  machineNames: string[];

  @ApiProperty({ type: String, nullable: true })
  endReason: string | null;
}

export class ContractPage {
  @ApiProperty({ type: [ContractView] })
  items: ContractView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class ContractorStandingQuery {
  @IsString()
  @Length(1, 40)
  clientId: string;

  @IsString()
  @Length(1, 40)
  contractorId: string;
}

export class ContractorStandingView {
  /** `none`: the two have no contract that runs. */
  @ApiProperty({ enum: CONTRACTOR_STANDINGS })
  standing: ContractorStanding;
}

export class HeadcountQuery {
  @IsString()
  @Length(1, 40)
  enterpriseId: string;
}

/** Contractors and leased workers count under both enterprises. */
export class BothCountsView {
  /** Employed and owned. */
  welders: number;
  machines: number;
  /** Of contractors, at work at this enterprise’s site. */
  contractedWelders: number;
  contractedMachines: number;
  /** Own ones at work at another enterprise’s site. */
  sentWelders: number;
  sentMachines: number;
}
