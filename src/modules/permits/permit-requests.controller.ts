import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/access.decorator';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { ConfirmByOccupier } from './occupier/confirm-by-occupier';
import { CopyPermit } from './draft/copy-permit';
import { ExtendPermit } from './draft/extend-permit';
import { FeedGas } from './steps/feed-gas';
import { GasTestRequest } from './steps/permit-command.dto';
import { PermitView } from './page/permit-detail.dto';
import { SignalView, StateSignalRequest } from './signal/signal.dto';
import { StateSignal } from './signal/state-signal';
import { ShowSignboardCode } from './signboard/show-signboard-code';
import { SignboardCodeView } from './signboard/signboard-code.dto';
import { CopyPermitRequest, ExtendPermitRequest } from './draft/draft.dto';
import { OccupierCodeSent, OccupierConfirmationRequest, OccupierKeyQuery, OccupierView } from './occupier/occupier.dto';
import { ResendOccupierCode } from './occupier/resend-occupier-code';

/** What is done around a permit beside its commands. */
@ApiTags('permits')
@Controller('permits/:id')
export class PermitRequestsController {
  constructor(
    private readonly copies: CopyPermit,
    private readonly extensions: ExtendPermit,
    private readonly occupier: ConfirmByOccupier,
    private readonly codes: ResendOccupierCode,
    private readonly gas: FeedGas,
    private readonly signboard: ShowSignboardCode,
    private readonly signal: StateSignal,
  ) {}

  @Post('copy')
  @Allow('permit.write')
  @ApiOperation({ summary: 'A new draft from an earlier permit; with `submit` it goes off at once' })
  async copy(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: CopyPermitRequest,
  ): Promise<PermitView> {
    return answer(await this.copies.execute(request, id, body));
  }

  @Post('extension')
  @Allow('permit.write')
  @ApiOperation({
    summary: 'More time before the permit ends: a new one, to which running work passes over once it is issued',
  })
  async extend(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: ExtendPermitRequest,
  ): Promise<PermitView> {
    return answer(await this.extensions.execute(request, id, body));
  }

  @Get('occupier')
  @Public()
  @ApiOperation({ summary: 'What the occupier is asked to confirm, for whoever holds the link of the text message' })
  async lookAsOccupier(@Param('id') id: string, @Query() { key }: OccupierKeyQuery): Promise<OccupierView> {
    return answer(await this.occupier.look(id, key));
  }

  @Post('occupier-confirmation')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    summary: 'The occupier of a small job confirms with the code or the link that was sent to the phone',
  })
  async confirm(@Param('id') id: string, @Body() body: OccupierConfirmationRequest): Promise<OccupierView> {
    return answer(await this.occupier.execute(id, body));
  }

  @Post('occupier-code')
  @HttpCode(200)
  @Allow('permit.write')
  @ApiOperation({ summary: 'Sends the occupier a new code; the old one is dead' })
  async resend(@CurrentRequest() request: Request, @Param('id') id: string): Promise<OccupierCodeSent> {
    return answer(await this.codes.execute(request, id));
  }

  @Get('without-signal')
  @Allow('permit.read')
  @ApiOperation({ summary: 'Whether somebody said that the place has no signal, and whether the caller may say so' })
  async lookAtSignal(@CurrentRequest() request: Request, @Param('id') id: string): Promise<SignalView> {
    return answer(await this.signal.look(request, id));
  }

  @Post('without-signal')
  @HttpCode(200)
  @Allow('permit.command')
  @ApiOperation({
    summary: 'Says on the spot that the place has no signal: codes may be fetched ahead; or takes it back',
  })
  async stateSignal(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: StateSignalRequest,
  ): Promise<SignalView> {
    return answer(await this.signal.execute(request, id, body));
  }

  @Get('signboard-code')
  @Allow('permit.read')
  @ApiOperation({ summary: 'The code on the watcher’s phone that changes each minute and proves the place to others' })
  async signboardCode(@CurrentRequest() request: Request, @Param('id') id: string): Promise<SignboardCodeView> {
    return answer(await this.signboard.execute(request, id));
  }

  @Post('gas-feed')
  @HttpCode(200)
  @Allow('permit.command')
  @ApiOperation({ summary: 'Readings of a device that measures all the time; checked like a test by hand' })
  async feed(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: GasTestRequest,
  ): Promise<PermitView> {
    return answer(await this.gas.execute(request, id, body));
  }
}
