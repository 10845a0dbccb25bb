import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import {
  BothCountsView,
  ContractorStandingQuery,
  ContractorStandingView,
  ContractPage,
  ContractQuery,
  ContractView,
  EndContractRequest,
  HeadcountQuery,
  MakeContractRequest,
  PutAgreementRequest,
  PutPeopleRequest,
} from './contract.dto';
import { FindContracts } from './find-contracts';
import { KeepContracts } from './keep-contracts';

@ApiTags('contracts')
@Controller('contracts')
export class ContractsController {
  constructor(
    private readonly find: FindContracts,
    private readonly keep: KeepContracts,
  ) {}

  @Post()
  @Allow('contract.write')
  @ApiOperation({ summary: '承包、租赁、劳务: a contract between the caller’s enterprise and another' })
  async make(@CurrentRequest() request: Request, @Body() body: MakeContractRequest): Promise<ContractView> {
    return answer(await this.keep.make(request, body));
  }

  @Get()
  @Allow('contract.read')
  @ApiOperation({ summary: 'Contracts of the enterprise or the region, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: ContractQuery): Promise<ContractPage> {
    return this.find.list(request, query);
  }

  @Get('standing')
  @Allow('contract.read')
  @ApiOperation({ summary: 'Whether two enterprises have a contract with a valid safety agreement' })
  async standing(
    @CurrentRequest() request: Request,
    @Query() query: ContractorStandingQuery,
  ): Promise<ContractorStandingView> {
    return answer(await this.find.standing(request, query));
  }

  @Get('counts')
  @Allow('contract.read')
  @ApiOperation({ summary: 'Welders and machines of an enterprise: its own, contracted, and sent to others' })
  async counts(@CurrentRequest() request: Request, @Query() { enterpriseId }: HeadcountQuery): Promise<BothCountsView> {
    return answer(await this.find.counts(request, enterpriseId));
  }

  @Get(':id')
  @Allow('contract.read')
  @ApiOperation({ summary: 'One contract with its safety agreement' })
  async one(@CurrentRequest() request: Request, @Param('id') id: string): Promise<ContractView> {
    return answer(await this.find.one(request, id));
  }

  @Post(':id/agreement')
  @HttpCode(200)
  @Allow('contract.write')
  @ApiOperation({ summary: '安全生产管理协议: hands in the signed agreement; a new one takes the place of the old' })
  async agree(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: PutAgreementRequest,
  ): Promise<ContractView> {
    return answer(await this.keep.putAgreement(request, id, body));
  }

  @Post(':id/people')
  @HttpCode(200)
  @Allow('contract.write')
  @ApiOperation({ summary: 'Whose welders and machines of the contractor work at the client’s site' })
  async people(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: PutPeopleRequest,
  ): Promise<ContractView> {
    return answer(await this.keep.putPeople(request, id, body));
  }

  @Post(':id/end')
  @HttpCode(200)
  @Allow('contract.write')
  @ApiOperation({ summary: 'Says that the contract ended before its last day' })
  async end(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: EndContractRequest,
  ): Promise<ContractView> {
    return answer(await this.keep.end(request, id, body));
  }
}
