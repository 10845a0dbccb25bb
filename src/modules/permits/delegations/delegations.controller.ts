import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { PageQuery } from '../../../platform/http/page';
import { Allow } from '../../identity/allow.decorator';
import { DelegateApproval } from './delegate-approval';
import { DelegateRequest, DelegationPage, DelegationView } from './delegation.dto';
import { FindDelegations } from './find-delegations';
import { RevokeDelegation } from './revoke-delegation';

@ApiTags('permits')
@Controller('approval-delegations')
export class DelegationsController {
  constructor(
    private readonly delegate: DelegateApproval,
    private readonly revoke: RevokeDelegation,
    private readonly find: FindDelegations,
  ) {}

  @Post()
  @Allow('permit.command')
  @ApiOperation({ summary: 'Names who signs permits in the name of somebody away, from when to when' })
  async create(@CurrentRequest() request: Request, @Body() body: DelegateRequest): Promise<DelegationView> {
    return answer(await this.delegate.execute(request, body));
  }

  @Get()
  @Allow('permit.read')
  @ApiOperation({ summary: 'Delegations within reach, newest first' })
  list(@CurrentRequest() request: Request, @Query() query: PageQuery): Promise<DelegationPage> {
    return this.find.list(request, query);
  }

  @Delete(':id')
  @Allow('permit.command')
  @ApiOperation({ summary: 'Ends a delegation before its time' })
  async remove(@CurrentRequest() request: Request, @Param('id') id: string): Promise<DelegationView> {
    return answer(await this.revoke.execute(request, id));
  }
}
