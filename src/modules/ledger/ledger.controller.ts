import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { LedgerQuery, LedgerSummary } from './ledger.dto';
import { MakeLedger, type MadeLedger } from './make-ledger';

@ApiTags('ledger')
@Controller('enterprises/:id')
export class LedgerController {
  constructor(private readonly ledger: MakeLedger) {}

  @Get('summary')
  @Allow('ledger.read')
  @ApiOperation({ summary: 'The first page of an enterprise: its own figures, what is open, what expires' })
  async summary(@CurrentRequest() request: Request, @Param('id') id: string): Promise<LedgerSummary> {
    return answer(await this.ledger.summary(request, id));
  }

  @Get('ledger.pdf')
  @Allow('ledger.read')
  @ApiProduces('application/pdf')
  @ApiOperation({ summary: '迎检台账: all of one enterprise over a period, on paper' })
  async pdf(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() query: LedgerQuery,
  ): Promise<StreamableFile> {
    return asFile(answer(await this.ledger.pdf(request, id, query)), 'pdf', 'application/pdf');
  }

  @Get('ledger.zip')
  @Allow('ledger.read')
  @ApiProduces('application/zip')
  @ApiOperation({ summary: 'The same with the pictures of self-checks, drills and agreements' })
  async zip(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Query() query: LedgerQuery,
  ): Promise<StreamableFile> {
    return asFile(answer(await this.ledger.zip(request, id, query)), 'zip', 'application/zip');
  }
}

const asFile = ({ name, bytes }: MadeLedger, ending: string, type: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}.${ending}"`, length: bytes.length });
