import { ApiProperty } from '@nestjs/swagger';

export class SignboardCodeView {
  /** Eight signs, shown large or as a QR picture. */
  @ApiProperty({ example: 'K7M2Q4XA' })
  code: string;

  /** From then on it proves nothing; a new one is there a minute earlier. */
  @ApiProperty({ format: 'date-time' })
  validUntil: string;
}
