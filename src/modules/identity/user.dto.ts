import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { ROLES, type Role } from '../../domain/people/roles';
import { TRADES, type Trade } from '../../domain/people/trades';
import { PageQuery } from '../../platform/http/page';
import { Verbatim } from '../../platform/http/typed-fields';
import { MayMiss } from '../../platform/http/may-miss.decorator';
import type { SeatSource } from './seat-holders';
import { PERMISSIONS, type Permission } from './permissions';

export class RegisterUserRequest {
  @ApiProperty({
    description: 'letters, digits, . _ @ -; upper case is read as lower case',
    minLength: 2,
    maxLength: 64,
  })
  @Matches(/^[\p{L}\p{N}._@-]{2,64}$/u)
  username: string;

  /** Without one, the person signs in by a code to the phone. */
  @Verbatim()
  @MayMiss()
  @IsString()
  @Length(8, 128)
  password?: string;

  @IsString()
  @Length(1, 64)
  name: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  @ApiProperty({ enum: ROLES, isArray: true })
  roles: Role[];

  @MayMiss()
  @IsString()
  @MaxLength(30)
  phone?: string;

  /** GB/T 2260 code of the region an official serves. */
  @MayMiss()
  @Matches(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
  regionCode?: string;

  @MayMiss()
  @IsString()
  @Length(1, 64)
  enterpriseId?: string;

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

export class ChangePasswordRequest {
  /** The password until now. */
  @Verbatim()
  @IsString()
  @Length(1, 128)
  current: string;

  @Verbatim()
  @IsString()
  @Length(8, 128)
  password: string;
}

export class UserQuery extends PageQuery {
  /** Part of a name or user name. */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  q?: string;

  @IsOptional()
  @IsIn(ROLES)
  @ApiPropertyOptional({ enum: ROLES })
  role?: Role;

  @IsOptional()
  @IsString()
  @MaxLength(64)
  enterpriseId?: string;

  /** Only those who sign for an enterprise and wait for confirmation; `false`: only the others. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  @ApiPropertyOptional({ type: Boolean })
  waiting?: boolean;
}

export class ConfirmSeatRequest {
  /** As the official read it on the identity card; kept as a fingerprint, so that one person has one account. */
  @IsString()
  @Length(15, 30)
  idNumber: string;
}

export class UserView {
  id: string;
  username: string;
  name: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: string[];

  @ApiProperty({ type: String, nullable: true, description: 'masked' })
  phone: string | null;

  @ApiProperty({ type: String, nullable: true })
  regionCode: string | null;

  @ApiProperty({ type: String, nullable: true })
  enterpriseId: string | null;

  @ApiProperty({ type: String, nullable: true })
  welderId: string | null;

  @ApiProperty({ enum: TRADES, isArray: true, description: 'for which an official works' })
  trades: string[];

  disabled: boolean;
  createdAt: string;

  /** Was given a password by an administrator and has not changed it yet. */
  accessTemporary: boolean;

  /** Rises with each change; also the `ETag`. */
  version: number;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'signs for an enterprise and waits for an official to confirm who it is: no signature counts yet',
  })
  seatWaitingSince: string | null;

  @ApiProperty({ type: String, nullable: true, enum: ['before', 'registered', 'confirmed'] })
  seatSource: SeatSource | null;
}

export class UserPage {
  @ApiProperty({ type: [UserView] })
  items: UserView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}

export class MeView {
  user: UserView;

  /** Signed in with a password that somebody else gave: until it is changed, nothing else is open. */
  mustChangePassword: boolean;

  /** A second factor is asked for, and none is set up: until then, nothing else is open. */
  secondFactorDue: boolean;

  @ApiProperty({ enum: Object.keys(PERMISSIONS), isArray: true })
  permissions: Permission[];
}
