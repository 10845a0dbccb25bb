import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { Allow } from '../../identity/allow.decorator';
import { FindOddTexts } from './find-odd-texts';
import { OddTextList } from './odd-text.dto';

@ApiTags('registry')
@Controller('data-quality')
export class DataQualityController {
  constructor(private readonly odd: FindOddTexts) {}

  @Get('texts')
  @Allow('machine.write')
  @ApiOperation({ summary: 'Names and numbers stored before, that would be read otherwise or refused today' })
  texts(@CurrentRequest() request: Request): Promise<OddTextList> {
    return this.odd.execute(request);
  }
}
