import { Body, Controller, Get, HttpCode, Ip, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../../../platform/auth/access.decorator';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../allow.decorator';
import { SessionView } from '../auth.dto';
import { DeviceCookie, DeviceName, DeviceToken } from '../device-cookie';
import { RefreshCookie } from '../refresh-cookie';
import { UserView } from '../user.dto';
import { CompleteLogIn } from './complete-log-in';
import { OwnSecondFactor } from './own-second-factor';
import { ResetSecondFactor } from './reset-second-factor';
import {
  BeginFactorRequest,
  BegunFactorView,
  FactorCodeRequest,
  RecoveryCodesView,
  ResetFactorRequest,
  SecondFactorRequest,
  SecondFactorView,
} from './second-factor.dto';

@ApiTags('auth')
@Controller()
export class SecondFactorController {
  constructor(
    private readonly complete: CompleteLogIn,
    private readonly own: OwnSecondFactor,
    private readonly resetFactor: ResetSecondFactor,
    private readonly cookie: RefreshCookie,
    private readonly device: DeviceCookie,
  ) {}

  @Post('auth/second-factor')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'The second step of signing in: the ticket of the first one, and a code' })
  async logIn(
    @Body() body: SecondFactorRequest,
    @Ip() address: string,
    @DeviceToken() device: string,
    @DeviceName() name: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const session = this.cookie.give(reply, await this.complete.execute(body, { address, device, deviceName: name }));
    this.device.give(reply, device);
    return session;
  }

  @Get('me/second-factor')
  @Allow('self.read')
  @ApiOperation({ summary: 'Whether one’s own second factor is on, and whether it has to be' })
  show(@CurrentRequest() request: Request): Promise<SecondFactorView> {
    return this.own.show(request);
  }

  @Post('me/second-factor')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({ summary: 'A new secret for one’s authenticator; it counts once a code of it was given back' })
  async begin(@CurrentRequest() request: Request, @Body() body: BeginFactorRequest): Promise<BegunFactorView> {
    return answer(await this.own.begin(request, body));
  }

  @Post('me/second-factor/confirm')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({ summary: 'Turns the second factor on; answers with the recovery codes, this once' })
  async confirm(@CurrentRequest() request: Request, @Body() { code }: FactorCodeRequest): Promise<RecoveryCodesView> {
    return answer(await this.own.confirm(request, code));
  }

  @Post('me/second-factor/remove')
  @HttpCode(200)
  @Allow('self.write')
  @ApiOperation({ summary: 'Takes one’s second factor away, with a code of it or a recovery code' })
  async remove(@CurrentRequest() request: Request, @Body() { code }: FactorCodeRequest): Promise<SecondFactorView> {
    return answer(await this.own.remove(request, code));
  }

  @Post('users/:id/second-factor/reset')
  @HttpCode(200)
  @Allow('user.reset-second-factor')
  @ApiOperation({ summary: 'Takes away the second factor of somebody who lost phone and codes; their sessions end' })
  async reset(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: ResetFactorRequest,
  ): Promise<UserView> {
    return answer(await this.resetFactor.execute(request, id, reason));
  }
}
