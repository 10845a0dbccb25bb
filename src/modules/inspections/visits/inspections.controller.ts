import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { INSPECTION_STEPS } from '../../../domain/inspections/inspection-life-cycle';
import { Public } from '../../../platform/auth/access.decorator';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { RecordViolationRequest } from '../../supervision/violation-request.dto';
import { FindInspections } from './find-inspections';
import { InspectionFigures, PublishedResults, ResultsQuery } from './inspection-results.dto';
import {
  InspectionDetail,
  InspectionPage,
  InspectionQuery,
  InspectionStepRequest,
  PlanInspectionRequest,
} from './inspection.dto';
import { PlanInspection } from './plan-inspection';
import { TakeInspectionStep } from './take-step';

@ApiTags('inspections')
@Controller('inspections')
export class InspectionsController {
  constructor(
    private readonly plan: PlanInspection,
    private readonly find: FindInspections,
    private readonly steps: TakeInspectionStep,
  ) {}

  @Post()
  @Allow('inspection.draw')
  @ApiOperation({ summary: 'Plans a visit for others, or begins one where the caller stands' })
  async create(@CurrentRequest() request: Request, @Body() body: PlanInspectionRequest): Promise<InspectionDetail> {
    return answer(await this.plan.execute(request, body));
  }

  @Get()
  @Allow('inspection.read')
  @ApiOperation({ summary: 'Inspections, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: InspectionQuery): Promise<InspectionPage> {
    return this.find.list(request, query);
  }

  @Get('figures')
  @Allow('inspection.read')
  @ApiOperation({ summary: 'Visits and findings of a year, by officer and by town' })
  figures(@CurrentRequest() request: Request): Promise<InspectionFigures> {
    return this.find.figures(request);
  }

  @Get('results')
  @Public()
  @ApiOperation({ summary: 'Results that a second person has published, for anybody' })
  results(@Query() query: ResultsQuery): Promise<PublishedResults> {
    return this.find.results(query);
  }

  @Get(':id')
  @Allow('inspection.read')
  @ApiOperation({ summary: 'One visit: checklist, steps, findings, and the steps that are open to the caller' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<InspectionDetail> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/steps/publish')
  @HttpCode(200)
  @Allow('inspection.publish')
  @ApiOperation({ summary: 'Publishes the result; never one of those who went' })
  async publish(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: InspectionStepRequest,
  ): Promise<InspectionDetail> {
    return answer(await this.steps.execute(request, id, 'publish', body));
  }

  @Post(':id/steps/:step')
  @HttpCode(200)
  @Allow('inspection.visit')
  @ApiParam({ name: 'step', enum: INSPECTION_STEPS })
  @ApiOperation({ summary: 'One of the five steps on the spot, in their order' })
  async step(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('step') step: string,
    @Body() body: InspectionStepRequest,
  ): Promise<InspectionDetail> {
    return answer(await this.steps.execute(request, id, step, body));
  }

  @Post(':id/findings')
  @Allow('inspection.visit')
  @ApiOperation({ summary: 'Writes down what was found: a case named by the visit' })
  async finding(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: RecordViolationRequest,
  ): Promise<InspectionDetail> {
    return answer(await this.steps.finding(request, id, body));
  }
}
