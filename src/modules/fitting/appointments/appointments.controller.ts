import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { AppointmentPage, AppointmentQuery, PlanFittingsRequest, PlannedFittings, UnfittedPage, UnfittedQuery } from './appointment.dto'; // prettier-ignore
import { PlanFittings } from './plan-fittings';

@ApiTags('fitting')
@Controller('fitting-appointments')
export class AppointmentsController {
  constructor(private readonly plans: PlanFittings) {}

  @Post()
  @HttpCode(200)
  @Allow('fitting.plan')
  @ApiOperation({ summary: 'Plans machines for a day; those that need no appointment are left out and named' })
  async plan(@CurrentRequest() request: Request, @Body() body: PlanFittingsRequest): Promise<PlannedFittings> {
    return answer(await this.plans.plan(request, body));
  }

  @Get()
  @Allow('chip.read')
  @ApiOperation({ summary: 'Appointments by day' })
  list(@CurrentRequest() request: Request, @Query() query: AppointmentQuery): Promise<AppointmentPage> {
    return this.plans.list(request, query);
  }

  @Get('unplanned')
  @Allow('fitting.plan')
  @ApiOperation({ summary: 'Machines that want a chip and have no appointment' })
  unfitted(@CurrentRequest() request: Request, @Query() query: UnfittedQuery): Promise<UnfittedPage> {
    return this.plans.unfitted(request, query);
  }

  @Post(':id/commands/:command')
  @HttpCode(204)
  @Allow('fitting.plan')
  @ApiOperation({ summary: '`miss`: it did not work out that day; `cancel`' })
  async command(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('command') command: string,
  ): Promise<void> {
    answer(await this.plans.command(request, id, command));
  }
}
