import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { Allow } from '../../identity/allow.decorator';
import { ChipImportView, ChipPage, ChipQuery } from './chip.dto';
import { CsvBody } from './csv-body';
import { FindChips } from './find-chips';
import { ImportChips } from './import-chips';

@ApiTags('registry')
@Controller('chips')
export class ChipsController {
  constructor(
    private readonly importChips: ImportChips,
    private readonly find: FindChips,
  ) {}

  @Post('import')
  @HttpCode(200)
  @Allow('chip.import')
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', example: 'chipNo,secretHex,model,batch\n' } })
  @ApiOperation({ summary: 'Takes in a list of chips; good lines come in although others are wrong' })
  import(@CurrentRequest() request: Request, @CsvBody() csv: string): Promise<ChipImportView> {
    return this.importChips.execute(request, csv);
  }

  @Get()
  @Allow('chip.read')
  @ApiOperation({ summary: 'Chips with the machines they are on, by falling number' })
  list(@CurrentRequest() request: Request, @Query() query: ChipQuery): Promise<ChipPage> {
    return this.find.list(request, query);
  }
}
