import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { EmploymentClaimList, EmploymentClaimView, RefuseClaimRequest } from './employment-claim.dto';
import { FindEmploymentClaims } from './find-employment-claims';
import { SettleEmploymentClaim } from './settle-employment-claim';

@ApiTags('registry')
@Controller('employment-claims')
export class EmploymentClaimsController {
  constructor(
    private readonly find: FindEmploymentClaims,
    private readonly settle: SettleEmploymentClaim,
  ) {}

  @Get()
  @Allow('employment.settle')
  @ApiOperation({ summary: 'Who says that a person you may read works for them; open ones, newest first' })
  list(@CurrentRequest() request: Request): Promise<EmploymentClaimList> {
    return this.find.execute(request);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow('employment.settle')
  @ApiOperation({ summary: 'The person works there from now on' })
  async confirm(@CurrentRequest() request: Request, @Param('id') id: string): Promise<EmploymentClaimView> {
    return answer(await this.settle.confirm(request, id));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Allow('employment.settle')
  @ApiOperation({ summary: 'The person does not work there' })
  async refuse(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() { reason }: RefuseClaimRequest,
  ): Promise<EmploymentClaimView> {
    return answer(await this.settle.refuse(request, id, reason));
  }
}
