import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { IfMatch } from '../../platform/http/version';
import { Allow } from './allow.decorator';
import { ChangeUser } from './changes/change-user';
import { ConfirmSeat } from './confirm-seat';
import { DisableUser } from './changes/disable-user';
import { EnableUser } from './changes/enable-user';
import { LeaveEnterprise } from './changes/leave-enterprise';
import { FindUsers } from './find-users';
import { RegisterUser } from './register-user';
import { ResetPassword } from './changes/reset-password';
import { ChangeUserRequest, LeaverView, PasswordGiven, ResetPasswordRequest } from './changes/user-change.dto';
import { ConfirmSeatRequest, RegisterUserRequest, UserPage, UserQuery, UserView } from './user.dto';

@ApiTags('users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly register: RegisterUser,
    private readonly find: FindUsers,
    private readonly disableUser: DisableUser,
    private readonly enableUser: EnableUser,
    private readonly resetPassword: ResetPassword,
    private readonly confirmSeat: ConfirmSeat,
    private readonly changeUser: ChangeUser,
    private readonly leaveEnterprise: LeaveEnterprise,
  ) {}

  @Post()
  @Allow('user.write')
  @ApiOperation({ summary: 'Makes an account that can be used at once' })
  async create(@CurrentRequest() request: Request, @Body() body: RegisterUserRequest): Promise<UserView> {
    return answer(await this.register.execute(request, body));
  }

  @Get()
  @Allow('user.read')
  @ApiOperation({ summary: 'Users within the caller’s reach, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: UserQuery): Promise<UserPage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('user.read')
  @ApiOperation({ summary: 'One user, the phone masked' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<UserView> {
    return answer(await this.find.one(request, id));
  }

  @Patch(':id')
  @Allow('user.manage')
  @ApiHeader({ name: 'if-match', required: false, description: 'the ETag it was read with' })
  @ApiOperation({ summary: 'Changes an account; new roles count at once, not in one’s own account' })
  async patch(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @IfMatch() version: number | null,
    @Body() body: ChangeUserRequest,
  ): Promise<UserView> {
    return answer(await this.changeUser.execute(request, id, version, body));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Allow('user.manage')
  @ApiOperation({ summary: 'Shuts an account; its sessions and event streams end at once' })
  async disable(@CurrentRequest() request: Request, @Param('id') id: string): Promise<UserView> {
    return answer(await this.disableUser.execute(request, id));
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Allow('user.manage')
  @ApiOperation({ summary: 'Opens a shut account again' })
  async enable(@CurrentRequest() request: Request, @Param('id') id: string): Promise<UserView> {
    return answer(await this.enableUser.execute(request, id));
  }

  @Post(':id/leave')
  @HttpCode(200)
  @Allow('user.manage')
  @ApiOperation({ summary: 'Somebody leaves their enterprise; answers with the duties that nobody has there any more' })
  async leave(@CurrentRequest() request: Request, @Param('id') id: string): Promise<LeaverView> {
    return answer(await this.leaveEnterprise.execute(request, id));
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('user.confirm')
  @ApiOperation({ summary: 'Confirms who signs for an enterprise; until then no signature of theirs counts' })
  async confirm(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: ConfirmSeatRequest,
  ): Promise<UserView> {
    return answer(await this.confirmSeat.execute(request, id, body));
  }

  @Post(':id/password')
  @HttpCode(200)
  @Allow('user.manage')
  @ApiOperation({
    summary:
      'Gives someone a temporary password, or makes one that is shown once; their sessions end, and they change it at the next sign-in',
  })
  async password(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { password }: ResetPasswordRequest,
  ): Promise<PasswordGiven> {
    return answer(await this.resetPassword.execute(request, id, password));
  }
}
