import { Body, Controller, Get, HttpCode, Ip, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Public } from '../../../platform/auth/access.decorator';
import type { Caller } from '../../../platform/auth/caller';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../allow.decorator';
import { LoginCodeSent } from '../auth.dto';
import { AcceptInvitation } from './accept-invitation';
import { ChangeInvitation } from './change-invitation';
import { FindInvitations } from './find-invitations';
import {
  AcceptInvitationRequest,
  InvitationAccepted,
  InvitationMade,
  InvitationPage,
  InvitationView,
  InvitePersonRequest,
  OpenInvitationView,
} from './invitation.dto';
import { InvitePerson } from './invite-person';

@ApiTags('invitations')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invite: InvitePerson,
    private readonly find: FindInvitations,
    private readonly change: ChangeInvitation,
    private readonly acceptance: AcceptInvitation,
  ) {}

  @Post()
  @Allow('user.invite')
  @ApiOperation({ summary: 'Offers roles to the owner of a phone, who gets a link by text message' })
  async create(@CurrentRequest() request: Request, @Body() body: InvitePersonRequest): Promise<InvitationMade> {
    return answer(await this.invite.execute(request, body));
  }

  @Get()
  @Allow('user.invite')
  @ApiOperation({ summary: 'Invitations within the caller’s reach, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<InvitationPage> {
    return this.find.list(request, query);
  }

  @Post(':id/resend')
  @HttpCode(200)
  @Allow('user.invite')
  @ApiOperation({ summary: 'Sends a new link for another seven days; the earlier one opens nothing any more' })
  async resend(@CurrentRequest() request: Request, @Param('id') id: string): Promise<InvitationMade> {
    return answer(await this.change.resend(request, id));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Allow('user.invite')
  @ApiOperation({ summary: 'Takes an invitation back that nobody accepted yet' })
  async withdraw(@CurrentRequest() request: Request, @Param('id') id: string): Promise<InvitationView> {
    return answer(await this.change.withdraw(request, id));
  }

  @Get(':token')
  @Public()
  @ApiOperation({ summary: 'What the link of an invitation offers, the phone masked' })
  async one(@Param('token') token: string): Promise<OpenInvitationView> {
    return answer(await this.find.behind(token));
  }

  @Post(':token/code')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Sends a code to the phone that was invited' })
  async code(@Param('token') token: string, @Ip() address: string): Promise<LoginCodeSent> {
    return answer(await this.acceptance.sendCode({ token, address, caller: null }));
  }

  @Post(':token/accept')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Takes an invitation up, with the code sent to the phone or signed in with its account' })
  async accept(
    @Param('token') token: string,
    @Body() body: AcceptInvitationRequest,
    @Ip() address: string,
    @CurrentCaller() caller: Caller | null,
  ): Promise<InvitationAccepted> {
    return answer(await this.acceptance.execute({ token, address, caller }, body));
  }
}
