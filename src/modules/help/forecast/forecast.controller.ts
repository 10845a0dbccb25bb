import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { PreviewMode } from './preview-mode';
import { PreviewModeRequest, RollOutPreview, TellMenderRequest, ToldMender } from './forecast.dto';
import { TellMender } from './tell-mender';

@ApiTags('rules')
@Controller('roll-out-modes')
export class ForecastController {
  constructor(
    private readonly previewMode: PreviewMode,
    private readonly tellMender: TellMender,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @Allow('mode.write')
  @ApiOperation({ summary: 'What a mode would have done to the scans of the last 7 days, by cause and by name' })
  async preview(@CurrentRequest() request: Request, @Body() body: PreviewModeRequest): Promise<RollOutPreview> {
    return answer(await this.previewMode.execute(request, body));
  }

  @Post('messages')
  @Allow('mode.write')
  @ApiOperation({ summary: 'Tells whoever can mend a foreseen refusal, at most one message a phone and day' })
  async tell(@CurrentRequest() request: Request, @Body() body: TellMenderRequest): Promise<ToldMender> {
    return answer(await this.tellMender.execute(request, body));
  }
}
