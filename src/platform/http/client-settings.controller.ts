import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/access.decorator';
import { Config } from '../config/config';

export class ClientSettings {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'map tiles with `{z}`, `{x}`, `{y}`; null: the map shows outlines and points only',
  })
  tileUrl: string | null;

  @ApiProperty({ description: 'in which times are shown', example: 'Asia/Shanghai' })
  displayTimeZone: string;

  @ApiProperty({ description: 'what people and QR codes call this installation' })
  publicUrl: string;

  @ApiProperty({ description: 'the demo: texts that were sent stand on the page of messages' })
  showTexts: boolean;
}

@ApiTags('client')
@Controller('client-settings')
export class ClientSettingsController {
  constructor(private readonly config: Config) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'What the operator has set for screens' })
  read(): ClientSettings {
    const { tileUrl, displayTimeZone, publicUrl, showTexts } = this.config;
    return { tileUrl, displayTimeZone, publicUrl, showTexts };
  }
}
