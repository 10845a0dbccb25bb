import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiForbiddenResponse, ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { ActingFigures, ActingQuery, CaseBackground, OffenderPage, OffenderQuery } from './oversight.dto';
import { ReadOversight } from './read-oversight';

const OUTSIDE = { description: 'problem `statistics.outside-region`' };

@ApiTags('oversight')
@Controller('oversight')
export class OversightController {
  constructor(private readonly oversight: ReadOversight) {}

  @Get('repeat-offenders')
  @Allow('oversight.read')
  @ApiOperation({ summary: 'Enterprises, welders or machines with so many confirmed findings, the most first' })
  @ApiForbiddenResponse(OUTSIDE)
  async offenders(@CurrentRequest() request: Request, @Query() query: OffenderQuery): Promise<OffenderPage> {
    return answer(await this.oversight.repeatOffenders(request, query));
  }

  @Get('cases/:id')
  @Allow('oversight.read')
  @ApiOperation({ summary: 'Of a case: repeated findings; of a grave one, who inspected and approved there before' })
  @ApiNotFoundResponse({ description: 'problem `violation.not-found`' })
  async background(@CurrentRequest() request: Request, @Param('id') id: string): Promise<CaseBackground> {
    return answer(await this.oversight.background(request, id));
  }

  @Get('figures')
  @Allow('oversight.read')
  @ApiOperation({ summary: 'Of a year, by officer and town: visited, found, acted on; who only checks and never acts' })
  @ApiForbiddenResponse(OUTSIDE)
  async figures(@CurrentRequest() request: Request, @Query() query: ActingQuery): Promise<ActingFigures> {
    return answer(await this.oversight.figures(request, query));
  }
}
