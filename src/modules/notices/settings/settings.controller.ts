import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { KeepSettings } from './keep-settings';
import { NoticeSettingsRequest, NoticeSettingsView } from './settings.dto';

@ApiTags('notices')
@Controller('me/notice-settings')
export class NoticeSettingsController {
  constructor(private readonly settings: KeepSettings) {}

  @Get()
  @Allow('self.read')
  @ApiOperation({ summary: 'How the caller wants to be told, and what is proposed' })
  read(@CurrentRequest() request: Request): Promise<NoticeSettingsView> {
    return this.settings.read(request);
  }

  @Put()
  @Allow('self.write')
  @ApiOperation({ summary: 'Changes how the caller is told' })
  async change(@CurrentRequest() request: Request, @Body() body: NoticeSettingsRequest): Promise<NoticeSettingsView> {
    return answer(await this.settings.change(request, body));
  }
}
