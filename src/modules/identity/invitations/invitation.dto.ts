import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { INVITATION_STATES, type InvitationState } from '../../../domain/people/invitation';
import { ROLES, type Role } from '../../../domain/people/roles';
import { TRADES, type Trade } from '../../../domain/people/trades';
import { MayMiss } from '../../../platform/http/may-miss.decorator';
import { Verbatim } from '../../../platform/http/typed-fields';

export class InvitePersonRequest {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  @ApiProperty({ enum: ROLES, isArray: true })
  roles: Role[];

  @IsString()
  @MaxLength(30)
  phone: string;

  /** What the inviter calls the person; they may correct it. */
  @MayMiss()
  @IsString()
  @Length(1, 64)
  name?: string;

  /** Without it, an enterprise's own. */
  @MayMiss()
  @IsString()
  @Length(1, 64)
  enterpriseId?: string;

  /** GB/T 2260 code of the region that is served. Without it, the inviter's own. */
  @MayMiss()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  /** Of the register, where a welder of one's own is invited. */
  @MayMiss()
  @IsString()
  @Length(1, 64)
  welderId?: string;

  /** For which an official works. */
  @MayMiss()
  @IsArray()
  @ArrayMaxSize(TRADES.length)
  @ArrayUnique()
  @IsIn(TRADES, { each: true })
  @ApiPropertyOptional({ enum: TRADES, isArray: true })
  trades?: Trade[];
}

export class InvitationMade {
  id: string;

  /** Shown this once: only its hash is kept. */
  token: string;

  /** The same as in the text that was sent. */
  url: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

class InvitationFacts {
  @ApiProperty({ enum: ROLES, isArray: true })
  roles: string[];

  @ApiProperty({ enum: TRADES, isArray: true })
  trades: string[];

  @ApiProperty({ enum: INVITATION_STATES })
  state: InvitationState;

  /** Masked. */
  phone: string;

  @ApiProperty({ type: String, nullable: true })
  name: string | null;

  @ApiProperty({ type: String, nullable: true })
  regionCode: string | null;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class InvitationView extends InvitationFacts {
  id: string;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  invitedBy: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class InvitationPage {
  @ApiProperty({ type: [InvitationView] })
  items: InvitationView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class OpenInvitationView extends InvitationFacts {
  @ApiProperty({ type: String, nullable: true })
  enterpriseName: string | null;

  /** Signs for an enterprise or supervises: asks for the identity number. */
  needsIdentity: boolean;
}

/** Either with the code that was sent to the phone, or signed in with the account of that phone. */
export class AcceptInvitationRequest {
  @MayMiss()
  @IsString()
  @Length(1, 64)
  @Matches(/\S/)
  name?: string;

  @MayMiss()
  @Matches(/^[\p{L}\p{N}._@-]{2,64}$/u)
  @ApiPropertyOptional({ description: 'letters, digits, . _ @ -', minLength: 2, maxLength: 64 })
  username?: string;

  @Verbatim()
  @MayMiss()
  @IsString()
  @Length(8, 128)
  password?: string;

  @MayMiss()
  @Matches(/^\d{6}$/)
  phoneCode?: string;

  /** Of the identity card; needed of whoever signs for an enterprise. */
  @MayMiss()
  @IsString()
  @Length(15, 30)
  idNumber?: string;
}

export class InvitationAccepted {
  /** The account: sign in with it. */
  userId: string;

  /** An official has still to confirm who it is. */
  waitsForConfirmation: boolean;
}
