import { ApiProperty } from '@nestjs/swagger';

export class PlantSignatureView {
  /** The number of the place in the chain. */
  seat: number;
  title: string;
  name: string;
  onSite: boolean;
  @ApiProperty({ format: 'date-time' }) signedAt: string;
}

/** Where a permit was signed that was taken in from a plant's own special-work system. */
export class PermitPlantView {
  /** Of the system, as the agreement calls it. */
  name: string;
  /** The number that the permit has there. */
  number: string;
  @ApiProperty({ type: [PlantSignatureView] }) signatures: PlantSignatureView[];
}
