import { ApiProperty } from '@nestjs/swagger';

export class PhotoUpload {
  @ApiProperty({ type: 'string', format: 'binary', description: 'JPEG, PNG or WebP, at most 12 MB' })
  file: unknown;

  @ApiProperty({
    type: Number,
    required: false,
    description: 'where the phone was, WGS-84; else the position in the photo itself',
  })
  lat?: number;

  @ApiProperty({ type: Number, required: false })
  lng?: number;
}

export class StoredPhoto {
  @ApiProperty()
  id: string;

  @ApiProperty({ description: 'of the picture as it is kept' })
  width: number;

  @ApiProperty()
  height: number;

  @ApiProperty({ description: 'SHA-256 of the picture as it is kept, in hex' })
  sha256: string;
}
