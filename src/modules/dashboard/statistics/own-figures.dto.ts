import { ApiProperty } from '@nestjs/swagger';
import { SHOWN_STATES, type ShownState } from '../../../domain/certificates/certificate-state';

export class OwnWork {
  jobs: number;

  /** How long the arc burned, in milliseconds. */
  arcMs: number;

  /** How often power was refused. */
  refused: number;
}

export class OwnCertificate {
  id: string;
  operations: string[];

  /** The last day on which it holds. */
  @ApiProperty({ format: 'date' })
  validTo: string;

  @ApiProperty({ enum: SHOWN_STATES })
  state: ShownState;
}

/** What a welder may know of their own work. */
export class OwnFigures {
  @ApiProperty({ format: 'date-time' })
  at: string;

  welderId: string;

  /** The code on the welder’s card. */
  code: string;

  /** Since the first of the month. */
  @ApiProperty({ type: OwnWork })
  month: OwnWork;

  /** Since the first of January. */
  @ApiProperty({ type: OwnWork })
  year: OwnWork;

  @ApiProperty({ type: [OwnCertificate] })
  certificates: OwnCertificate[];

  /** Null: no training is recorded. */
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  trainingValidTo: string | null;
}
