import { ApiProperty } from '@nestjs/swagger';
import { SHOWN_STATES, type ShownState } from '../../../domain/certificates/certificate-state';
import { AGREEMENT_LEVELS, type AgreementLevel } from '../../../domain/permits/outside-doubt';

const time = { format: 'date-time' } as const;

export class WelderCertificateView {
  kind: string;
  @ApiProperty({ type: [String] }) operations: string[];
  numberMasked: string;
  /** As printed: the last day it holds. */
  @ApiProperty({ format: 'date' }) validTo: string;
  @ApiProperty({ enum: SHOWN_STATES }) state: ShownState;
}

export class PermitWelderView {
  id: string;
  name: string;
  /** Null: not the caller's to see. */
  @ApiProperty({ type: [WelderCertificateView], nullable: true }) certificates: WelderCertificateView[] | null;
}

export class PermitConflictView {
  code: string;
  @ApiProperty({ enum: ['warn', 'block'] }) severity: string;
  text: string;
  distanceM: number;
  kind: string;
  placeName: string;
  @ApiProperty(time) from: string;
  @ApiProperty(time) to: string;
  /** The text that the distance comes from. */
  source: string;
}

/** What makes the level what it is: a question that was answered with yes, or a time that raises it. */
export class PermitReasonView {
  code: string;
  text: string;
  level: string;
}

/** What whoever asks and whoever signs have to know; it keeps nobody from submitting. */
export class PermitFindingView {
  code: string;
  /** `ask`: whoever signs says why they sign all the same. `refuse`: nobody signs before it is in order. */
  @ApiProperty({ enum: AGREEMENT_LEVELS }) severity: AgreementLevel;
  message: string;
  @ApiProperty({ type: String, nullable: true }) welderId: string | null;
}
