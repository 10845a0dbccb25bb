import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { CaseHandovers, HandOverCaseRequest, RefuseHandoverRequest } from './case-handover.dto';
import { HandOverCase } from './hand-over-case';
import { ShowHandovers } from './show-handovers';

@ApiTags('violations')
@Controller('violations/:id/handovers')
export class CaseHandoversController {
  constructor(
    private readonly hand: HandOverCase,
    private readonly show: ShowHandovers,
  ) {}

  @Get()
  @Allow('violation.read')
  @ApiOperation({ summary: 'The way of a case between departments, and the steps open to the caller' })
  async list(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CaseHandovers> {
    return answer(await this.show.execute(request, id));
  }

  @Post()
  @HttpCode(200)
  @Allow('violation.hand-over')
  @ApiOperation({ summary: 'Hands the case over to another department, which signs a receipt' })
  async handOver(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: HandOverCaseRequest,
  ): Promise<CaseHandovers> {
    return answer(await this.hand.handOver(request, id, body));
  }

  @Post('receive')
  @HttpCode(200)
  @Allow('violation.hand-over')
  @ApiOperation({ summary: 'Signs the receipt of a case that was handed over to one’s department' })
  async receive(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CaseHandovers> {
    return answer(await this.hand.settle(request, id, 'receive'));
  }

  @Post('refuse')
  @HttpCode(200)
  @Allow('violation.hand-over')
  @ApiOperation({ summary: 'Refuses a case that was handed over to one’s department, with a reason' })
  async refuse(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: RefuseHandoverRequest,
  ): Promise<CaseHandovers> {
    return answer(await this.hand.settle(request, id, 'refuse', reason));
  }

  @Post('take-back')
  @HttpCode(200)
  @Allow('violation.hand-over')
  @ApiOperation({ summary: 'Takes back a case whose receipt nobody has signed' })
  async takeBack(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CaseHandovers> {
    return answer(await this.hand.settle(request, id, 'take-back'));
  }
}
