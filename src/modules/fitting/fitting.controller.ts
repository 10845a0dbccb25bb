import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { BeginFitting } from './begin-fitting';
import { CompleteFitting } from './complete-fitting';
import { BeginFittingRequest, CompleteFittingRequest, FittingPage, FittingQuery, OpenFittingView, NoteRequest } from './fitting.dto'; // prettier-ignore
import { ShowFitting } from './show-fitting';
import { TestFitting } from './test-fitting';

@ApiTags('fitting')
@Controller()
export class FittingController {
  constructor(
    private readonly begin: BeginFitting,
    private readonly test: TestFitting,
    private readonly complete: CompleteFitting,
    private readonly show: ShowFitting,
  ) {}

  @Post('machines/:id/fitting')
  @Allow('machine.bind')
  @ApiOperation({
    summary: 'Begins to fit a chip to a machine, or to test the one it has; the one that is open goes on',
  })
  async start(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { chipNo }: BeginFittingRequest,
  ): Promise<OpenFittingView> {
    return answer(await this.begin.execute(request, id, chipNo));
  }

  @Get('fittings')
  @Allow('chip.read')
  @ApiOperation({ summary: 'Fittings, the last one first' })
  list(@CurrentRequest() request: Request, @Query() query: FittingQuery): Promise<FittingPage> {
    return this.show.list(request, query);
  }

  @Get('fittings/:id')
  @Allow('chip.read')
  @ApiOperation({ summary: 'A fitting with what its tests show by now' })
  async read(@CurrentRequest() request: Request, @Param('id') id: string): Promise<OpenFittingView> {
    return answer(await this.show.execute(request, id));
  }

  @Post('fittings/:id/test')
  @HttpCode(200)
  @Allow('machine.bind')
  @ApiOperation({ summary: 'Power for three minutes: the relay closes, a trial arc is sensed' })
  async startTest(@CurrentRequest() request: Request, @Param('id') id: string): Promise<OpenFittingView> {
    return answer(await this.test.start(request, id));
  }

  @Post('fittings/:id/test/end')
  @HttpCode(200)
  @Allow('machine.bind')
  @ApiOperation({ summary: 'Takes the power of the test away: the relay opens' })
  async endTest(@CurrentRequest() request: Request, @Param('id') id: string): Promise<OpenFittingView> {
    return answer(await this.test.end(request, id));
  }

  @Post('fittings/:id/complete')
  @HttpCode(200)
  @Allow('machine.bind')
  @ApiOperation({ summary: 'The chip is fitted: with its photo, and its tests or the reason why there was none' })
  async done(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: CompleteFittingRequest,
  ): Promise<OpenFittingView> {
    return answer(await this.complete.done(request, id, body));
  }

  @Post('fittings/:id/abandon')
  @HttpCode(200)
  @Allow('machine.bind')
  @ApiOperation({ summary: 'Leaves a fitting for another day, with its reason' })
  async abandon(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { note }: NoteRequest,
  ): Promise<OpenFittingView> {
    return answer(await this.complete.abandon(request, id, note.trim()));
  }
}
