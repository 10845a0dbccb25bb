import { Body, Controller, HttpCode, Ip, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/auth/access.decorator';
import { answer } from '../../platform/http/answer';
import { LoginCodeRequest, LoginCodeSent, LogInRequest, SessionView } from './auth.dto';
import { DeviceCookie, DeviceName, DeviceToken } from './device-cookie';
import { EndSession } from './end-session';
import { LogIn } from './log-in';
import { RefreshCookie, RefreshToken } from './refresh-cookie';
import { RefreshSession } from './refresh-session';
import { SendLoginCode } from './send-login-code';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly logIn: LogIn,
    private readonly sendCode: SendLoginCode,
    private readonly refreshSession: RefreshSession,
    private readonly endSession: EndSession,
    private readonly cookie: RefreshCookie,
    private readonly device: DeviceCookie,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Signs in with user name (or phone) and password, or with phone and code' })
  async login(
    @Body() body: LogInRequest,
    @Ip() address: string,
    @DeviceToken() device: string,
    @DeviceName() name: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const session = this.cookie.give(reply, await this.logIn.execute(body, { address, device, deviceName: name }));
    this.device.give(reply, device);
    return session;
  }

  @Post('code')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Sends a sign-in code to a phone that has an account; every phone gets the same answer' })
  async code(
    @Body() body: LoginCodeRequest,
    @Ip() address: string,
    @DeviceToken() device: string,
    @DeviceName() name: string | null,
  ): Promise<LoginCodeSent> {
    return answer(await this.sendCode.execute(body, { address, device, deviceName: name }));
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary:
      'A new access token for the refresh cookie; a cookie used twice within 30 seconds gives the same next one, a later second use ends the session',
  })
  async refresh(
    @RefreshToken() token: string | null,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return this.cookie.give(reply, await this.refreshSession.execute(token, address));
  }

  @Post('logout')
  @HttpCode(204)
  @Public()
  @ApiOperation({ summary: 'Ends the session of the refresh cookie' })
  async logout(
    @RefreshToken() token: string | null,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.endSession.execute(token, address);
    this.cookie.takeBack(reply);
  }
}
