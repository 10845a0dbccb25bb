import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { AskWorkshop } from './ask-workshop';
import { FindWorkshops } from './find-workshops';
import { SettleWorkshop } from './settle-workshop';
import { positionGiven } from '../../regions/place-proof.dto';
import {
  AskWorkshopRequest,
  ConfirmWorkshopRequest,
  RefuseWorkshopRequest,
  WorkshopPage,
  WorkshopQuery,
  WorkshopView,
} from './workshop.dto';

@ApiTags('sites')
@Controller('designated-areas/workshops')
export class WorkshopsController {
  constructor(
    private readonly ask: AskWorkshop,
    private readonly settle: SettleWorkshop,
    private readonly find: FindWorkshops,
  ) {}

  @Post()
  @Allow('workshop.ask')
  @ApiOperation({ summary: 'Asks that the own workshop becomes a fixed work point for a year' })
  async create(@CurrentRequest() request: Request, @Body() body: AskWorkshopRequest): Promise<WorkshopView> {
    return answer(await this.ask.execute(request, body));
  }

  @Get()
  @Allow('workshop.read')
  @ApiOperation({ summary: 'Workshops within the caller’s reach, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: WorkshopQuery): Promise<WorkshopPage> {
    return this.find.list(request, query);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('workshop.confirm')
  @ApiOperation({ summary: 'Confirms a workshop: the grid worker and the county’s regulator both do' })
  async confirm(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: ConfirmWorkshopRequest,
  ): Promise<WorkshopView> {
    return answer(await this.settle.confirm(request, id, positionGiven(body)));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Allow('workshop.confirm')
  @ApiOperation({ summary: 'Refuses a workshop, with a reason' })
  async refuse(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: RefuseWorkshopRequest,
  ): Promise<WorkshopView> {
    return answer(await this.settle.refuse(request, id, reason));
  }
}
