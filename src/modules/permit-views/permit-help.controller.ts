import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { ConflictAnswer, ConflictRequest } from './conflicts/conflict.dto';
import { DescribeForms } from './forms/describe-forms';
import { FindConflicts } from './conflicts/find-conflicts';
import { PermitFormQuery } from './forms/form-place.dto';
import { PermitForms } from './forms/permit-form.dto';
import { PaperQuery } from './lists/permit-query.dto';
import { PrintPermit } from './paper/print-permit';

/** What helps to ask for a permit, and the paper it becomes. */
@ApiTags('permits')
@Controller('permits')
export class PermitHelpController {
  constructor(
    private readonly forms: DescribeForms,
    private readonly conflicts: FindConflicts,
    private readonly print: PrintPermit,
  ) {}

  @Get('forms')
  @Allow('permit.read')
  @ApiOperation({ summary: 'What the forms of the regimes open to an enterprise ask and say' })
  async describeForms(@CurrentRequest() request: Request, @Query() query: PermitFormQuery): Promise<PermitForms> {
    return answer(await this.forms.execute(request, query));
  }

  @Post('conflicts')
  @HttpCode(200)
  @Allow('permit.write')
  @ApiOperation({ summary: 'What else goes on near at that time and must not (SIMOPS), before a permit is submitted' })
  async findConflicts(@CurrentRequest() request: Request, @Body() body: ConflictRequest): Promise<ConflictAnswer> {
    return answer(await this.conflicts.execute(request, body));
  }

  @Get(':id/permit.pdf')
  @Allow('permit.read')
  @Header('content-type', 'application/pdf')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: 'The printable permit; `lang=en` adds English labels' })
  async printPermit(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() { lang }: PaperQuery,
  ): Promise<Buffer> {
    return answer(await this.print.execute(request, id, lang));
  }
}
