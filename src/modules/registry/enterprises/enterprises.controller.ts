import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { IfMatch } from '../../../platform/http/version';
import { Allow } from '../../identity/allow.decorator';
import { ConfirmHeadcount } from './confirm-headcount';
import { ChangeEnterprise } from './change-enterprise';
import {
  ChangeEnterpriseRequest,
  ConfirmHeadcountRequest,
  EnterprisePage,
  EnterpriseQuery,
  EnterpriseView,
  RegisterEnterpriseRequest,
} from './enterprise.dto';
import { FindEnterprises } from './find-enterprises';
import { RegisterEnterprise } from './register-enterprise';

@ApiTags('registry')
@Controller('enterprises')
export class EnterprisesController {
  constructor(
    private readonly register: RegisterEnterprise,
    private readonly change: ChangeEnterprise,
    private readonly find: FindEnterprises,
    private readonly headcounts: ConfirmHeadcount,
  ) {}

  @Post()
  @Allow('enterprise.write')
  @ApiOperation({ summary: 'Registers an enterprise' })
  async create(@CurrentRequest() request: Request, @Body() body: RegisterEnterpriseRequest): Promise<EnterpriseView> {
    return answer(await this.register.execute(request, body));
  }

  @Get()
  @Allow('enterprise.read')
  @ApiOperation({ summary: 'Enterprises, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: EnterpriseQuery): Promise<EnterprisePage> {
    return this.find.list(request, query);
  }

  @Get(':id')
  @Allow('enterprise.read')
  @ApiOperation({ summary: 'One enterprise' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<EnterpriseView> {
    return answer(await this.find.one(request, id));
  }

  @Patch(':id')
  @Allow('enterprise.write')
  @ApiHeader({ name: 'if-match', required: false, description: 'the ETag it was read with' })
  @ApiOperation({ summary: 'Changes an enterprise' })
  async patch(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @IfMatch() version: number | null,
    @Body() body: ChangeEnterpriseRequest,
  ): Promise<EnterpriseView> {
    return answer(await this.change.execute(request, id, version, body));
  }

  @Post(':id/headcount')
  @HttpCode(200)
  @Allow('enterprise.confirm')
  @ApiOperation({ summary: 'Confirms how many people work there: in a small firm the head holds both seats' })
  async confirmHeadcount(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: ConfirmHeadcountRequest,
  ): Promise<EnterpriseView> {
    return answer(await this.headcounts.execute(request, id, body));
  }
}
