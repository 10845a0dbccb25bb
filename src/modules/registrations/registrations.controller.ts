import { Body, Controller, Get, HttpCode, Ip, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/access.decorator';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { LoginCodeSent } from '../identity/auth.dto';
import { AskRegistration } from './ask-registration';
import { FindRegistrations } from './find-registrations';
import { HandOverRegistration } from './hand-over-registration';
import {
  AskRegistrationRequest,
  FollowRegistrationRequest,
  HandOverRegistrationRequest,
  OwnRegistrations,
  OwnRegistrationView,
  PlacesQuery,
  PlacesView,
  RefuseRegistrationRequest,
  RegistrationCodeRequest,
  RegistrationDetail,
  RegistrationPage,
  RegistrationQuery,
} from './registration.dto';
import { SettleRegistration } from './settle-registration';

@ApiTags('registrations')
@Controller('registrations')
export class RegistrationsController {
  constructor(
    private readonly ask: AskRegistration,
    private readonly find: FindRegistrations,
    private readonly settle: SettleRegistration,
    private readonly hand: HandOverRegistration,
  ) {}

  @Post('code')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Sends a code to the phone of whoever registers, or follows a registration' })
  async code(@Body() { phone }: RegistrationCodeRequest, @Ip() address: string): Promise<LoginCodeSent> {
    return answer(await this.ask.sendCode(phone, address));
  }

  @Post()
  @Public()
  @ApiOperation({ summary: 'A welder or an enterprise registers by phone and code; somebody of the place confirms' })
  async create(@Body() body: AskRegistrationRequest, @Ip() address: string): Promise<OwnRegistrationView> {
    return answer(await this.ask.execute(body, address));
  }

  @Post('follow')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'What became of the registrations of a phone, for its owner' })
  async follow(@Body() body: FollowRegistrationRequest, @Ip() address: string): Promise<OwnRegistrations> {
    return answer(await this.ask.follow(body, address));
  }

  @Get('places')
  @Public()
  @ApiOperation({ summary: 'Children of a region, for whoever registers; without `parent` the provinces' })
  places(@Query() { parent }: PlacesQuery): Promise<PlacesView> {
    return this.find.places(parent ?? null);
  }

  @Get()
  @Allow('registration.read')
  @ApiOperation({ summary: 'Registrations within the caller’s reach, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: RegistrationQuery): Promise<RegistrationPage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('registration.read')
  @ApiOperation({ summary: 'One registration with what may be the same, and its handovers' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<RegistrationDetail> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('registration.settle')
  @ApiOperation({ summary: 'Makes the welder or enterprise, and the account of the phone' })
  async confirm(@CurrentRequest() request: Request, @Param('id') id: string): Promise<OwnRegistrationView> {
    return answer(await this.settle.confirm(request, id));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Allow('registration.settle')
  @ApiOperation({ summary: 'Refuses with a reason that the applicant reads' })
  async refuse(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: RefuseRegistrationRequest,
  ): Promise<OwnRegistrationView> {
    return answer(await this.settle.refuse(request, id, reason));
  }

  @Post(':id/handover')
  @HttpCode(200)
  @Allow('registration.hand-over')
  @ApiOperation({ summary: 'Hands a registration over to another trade, which signs the receipt' })
  async handOver(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: HandOverRegistrationRequest,
  ): Promise<OwnRegistrationView> {
    return answer(await this.hand.execute(request, id, body));
  }

  @Post(':id/receive')
  @HttpCode(200)
  @Allow('registration.hand-over')
  @ApiOperation({ summary: 'Signs the receipt of a registration that was handed over to one’s trade' })
  async receive(@CurrentRequest() request: Request, @Param('id') id: string): Promise<OwnRegistrationView> {
    return answer(await this.hand.receive(request, id));
  }
}
