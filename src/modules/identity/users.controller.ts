import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller } from '../../platform/auth/access.decorator';
import type { Caller } from '../../platform/auth/caller';
import { answer } from '../../platform/http/answer';
import { Allow } from './allow.decorator';
import { DisableUser } from './disable-user';
import { EnableUser } from './enable-user';
import { FindUsers } from './find-users';
import { RegisterUser } from './register-user';
import { ResetPassword } from './reset-password';
import { RegisterUserRequest, ResetPasswordRequest, UserPage, UserQuery, UserView } from './user.dto';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly register: RegisterUser,
    private readonly find: FindUsers,
    private readonly disableUser: DisableUser,
    private readonly enableUser: EnableUser,
    private readonly resetPassword: ResetPassword,
  ) {}

  @Post()
  @Allow('user.write')
  @ApiOperation({ summary: 'Makes an account that can be used at once' })
  async create(@CurrentCaller() caller: Caller, @Body() body: RegisterUserRequest): Promise<UserView> {
    return answer(await this.register.execute(caller, body));
  }

  @Get()
  @Allow('user.read')
  @ApiOperation({ summary: 'Users within the caller’s reach, newest first' })
  list(@CurrentCaller() caller: Caller, @Query() query: UserQuery): Promise<UserPage> {
    return this.find.list(caller, query);
  }

  @Get(':id')
  @Allow('user.read')
  @ApiOperation({ summary: 'One user, the phone masked' })
  async one(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<UserView> {
    return answer(await this.find.one(caller, id));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Allow('user.write')
  @ApiOperation({ summary: 'Shuts an account; its sessions end' })
  async disable(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<UserView> {
    return answer(await this.disableUser.execute(caller, id));
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Allow('user.write')
  @ApiOperation({ summary: 'Opens a shut account again' })
  async enable(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<UserView> {
    return answer(await this.enableUser.execute(caller, id));
  }

  @Post(':id/password')
  @HttpCode(200)
  @Allow('user.write')
  @ApiOperation({ summary: 'Gives someone a new password; their sessions end' })
  async password(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() { password }: ResetPasswordRequest,
  ): Promise<UserView> {
    return answer(await this.resetPassword.execute(caller, id, password));
  }
}
