import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { ConfirmMail } from './confirm-mail';
import { KeepSettings } from './keep-settings';
import { MailCodeRequest, NoticeSettingsRequest, NoticeSettingsView } from './settings.dto';

@ApiTags('notices')
@Controller('me/notice-settings')
export class NoticeSettingsController {
  constructor(
    private readonly settings: KeepSettings,
    private readonly mail: ConfirmMail,
  ) {}

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

  @Post('mail/confirm')
  @HttpCode(204)
  @Allow('self.write')
  @ApiOperation({ summary: 'Confirms the e-mail address by the code that was sent there' })
  async confirm(@CurrentRequest() request: Request, @Body() { code }: MailCodeRequest): Promise<void> {
    answer(await this.mail.confirm(request, code));
  }
}
