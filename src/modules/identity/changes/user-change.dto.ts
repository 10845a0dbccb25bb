import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { Verbatim } from '../../../platform/http/typed-fields';
import { ROLES, type Role } from '../../../domain/people/roles';
import { TRADES, type Trade } from '../../../domain/people/trades';
import { UserView } from '../user.dto';

/** What is left out stays; null takes a link away. The user name stays for good: the audit trail shows it. */
export class ChangeUserRequest {
  @IfGiven()
  @IsString()
  @Length(1, 64)
  name?: string;

  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  @ApiPropertyOptional({ enum: ROLES, isArray: true })
  roles?: Role[];

  @IsOptional()
  @IsString()
  @MaxLength(30)
  @ApiPropertyOptional({ type: String, nullable: true })
  phone?: string | null;

  /** GB/T 2260 code of the region an official serves. */
  @IsOptional()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  @ApiPropertyOptional({ type: String, nullable: true })
  regionCode?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  @ApiPropertyOptional({ type: String, nullable: true })
  enterpriseId?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  @ApiPropertyOptional({ type: String, nullable: true })
  welderId?: string | null;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(TRADES.length)
  @ArrayUnique()
  @IsIn(TRADES, { each: true })
  @ApiPropertyOptional({ enum: TRADES, isArray: true })
  trades?: Trade[];
}

export class ResetPasswordRequest {
  /** Without one, the platform makes one. */
  @Verbatim()
  @IfGiven()
  @IsString()
  @Length(8, 128)
  password?: string;
}

export class PasswordGiven extends UserView {
  @ApiProperty({ type: String, nullable: true, description: 'where the platform made it: shown this once' })
  temporaryPassword: string | null;
}

export class LeaverView extends UserView {
  @ApiProperty({ enum: ROLES, isArray: true, description: 'duties of the enterprise that nobody has any more' })
  emptySeats: string[];

  /** Permits under which they are named as watcher, and which are not over: somebody else has to be named. */
  openPermits: number;
}
