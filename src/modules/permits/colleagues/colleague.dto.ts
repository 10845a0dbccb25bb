import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { CERTIFICATE_STATES, type CertificateState } from '../../../domain/certificates/certificate-state';
import { OPERATIONS, type Operation } from '../../../domain/certificates/certificate';
import { IfGiven } from '../../../platform/http/if-given.decorator';
import { PageQuery } from '../../../platform/http/page';
import { ROLES } from '../../../domain/people/roles';

/** As what somebody can be named on a permit. */
const COLLEAGUE_SEATS = ['watcher', 'welder', 'leader'] as const;
export type ColleagueSeat = (typeof COLLEAGUE_SEATS)[number];

export class ColleagueQuery extends PageQuery {
  @IsIn(COLLEAGUE_SEATS)
  @ApiProperty({ enum: COLLEAGUE_SEATS })
  as: ColleagueSeat;

  /** Beginning of the name. */
  @IfGiven()
  @IsString()
  @Length(1, 64)
  q?: string;
}

const STATES = [...CERTIFICATE_STATES, 'missing'] as const;

/** How it stands now: of a welder the best certificate, of a watcher the training. */
export class ColleagueCertificate {
  @ApiProperty({ enum: STATES })
  state: CertificateState | 'missing';

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  validTo: string | null;

  /** Of a welder, what the certificates in order allow. */
  @ApiProperty({ enum: OPERATIONS, isArray: true })
  operations: Operation[];
}

/** No more of a person than a form needs that names them. */
export class ColleagueView {
  /** A welder's, or else a user's. */
  id: string;
  name: string;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles: string[];

  @ApiProperty({ type: ColleagueCertificate, nullable: true })
  certificate: ColleagueCertificate | null;
}

export class ColleaguePage {
  @ApiProperty({ type: [ColleagueView] })
  items: ColleagueView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
