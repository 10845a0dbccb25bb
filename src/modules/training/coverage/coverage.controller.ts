import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { XLSX } from '../../../platform/documents/workbook';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { CoveragePeopleQuery, CoverageQuery, CoverageView, CoveredPage } from './coverage.dto';
import { ShowCoverage } from './show-coverage';

@ApiTags('training')
@Controller('training/coverage')
export class CoverageController {
  constructor(private readonly coverage: ShowCoverage) {}

  @Get()
  @Allow('training.coverage')
  @ApiOperation({ summary: 'Welders meant, attended, passed and overdue, by the parts of a region' })
  async show(@CurrentRequest() request: Request, @Query() query: CoverageQuery): Promise<CoverageView> {
    return answer(await this.coverage.execute(request, query));
  }

  @Get('people')
  @Allow('training.coverage')
  @ApiOperation({ summary: 'The welders behind the numbers, by name' })
  async people(@CurrentRequest() request: Request, @Query() query: CoveragePeopleQuery): Promise<CoveredPage> {
    return answer(await this.coverage.people(request, query));
  }

  @Get('people.xlsx')
  @Allow('training.coverage')
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The welders behind the numbers as a workbook' })
  async export(@CurrentRequest() request: Request, @Query() query: CoveragePeopleQuery): Promise<StreamableFile> {
    const { name, stream } = answer(await this.coverage.export(request, query));
    return new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${name}"` });
  }
}
