import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from './allow.decorator';
import { SessionView } from './auth.dto';
import { ChangePassword } from './change-password';
import { DeviceName } from './device-cookie';
import { FindUsers } from './find-users';
import { RefreshCookie } from './refresh-cookie';
import { ChangePasswordRequest, MeView } from './user.dto';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly find: FindUsers,
    private readonly changePassword: ChangePassword,
    private readonly cookie: RefreshCookie,
  ) {}

  @Get()
  @Allow('self.read')
  @ApiOperation({ summary: 'The signed-in user, and what their roles allow' })
  async me(@CurrentRequest() request: Request): Promise<MeView> {
    return answer(await this.find.me(request));
  }

  @Post('password')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({
    summary: 'A new password for the current one; all other sessions end, this one goes on with the token given back',
  })
  async password(
    @CurrentRequest() request: Request,
    @Body() body: ChangePasswordRequest,
    @DeviceName() name: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.cookie.hand(reply, answer(await this.changePassword.execute(request, body, name)));
  }
}
