import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiForbiddenResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { XLSX } from '../../platform/documents/workbook';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { ExportInventory, type ExportedFile } from './export-inventory';
import { SavedFilter, SavedFilterList, SaveFilterRequest } from './filters/filter.dto';
import { FindInventory } from './find-inventory';
import {
  InventoryCounts, InventoryCountsQuery, InventoryMachinePage, InventoryWelderPage, MachineInventoryQuery, WelderInventoryQuery,
} from './inventory.dto'; // prettier-ignore
import { KeepFilters } from './filters/keep-filters';
import { ReadCounts } from './read-counts';

@ApiTags('inventory')
@Controller('inventory')
export class InventoryController {
  constructor(
    private readonly counts: ReadCounts,
    private readonly find: FindInventory,
    private readonly exporting: ExportInventory,
    private readonly filters: KeepFilters,
  ) {}

  @Get('counts')
  @Allow('inventory.read')
  @ApiOperation({ summary: '摸清底数: machines or welders of a region and of its parts, counted in every way; exact' })
  @ApiForbiddenResponse({ description: 'problem `statistics.outside-region`' })
  async count(@CurrentRequest() request: Request, @Query() query: InventoryCountsQuery): Promise<InventoryCounts> {
    return answer(await this.counts.execute(request, query));
  }

  @Get('machines')
  @Allow('inventory.read')
  @ApiOperation({ summary: 'Machines by region, with chip and safety check' })
  @ApiForbiddenResponse({ description: 'problem `statistics.outside-region`' })
  async machines(
    @CurrentRequest() request: Request,
    @Query() query: MachineInventoryQuery,
  ): Promise<InventoryMachinePage> {
    return answer(await this.find.machines(request, query));
  }

  @Get('welders')
  @Allow('inventory.read')
  @ApiOperation({ summary: 'Welders by region, with certificate and training' })
  @ApiForbiddenResponse({ description: 'problem `statistics.outside-region`' })
  async welders(
    @CurrentRequest() request: Request,
    @Query() query: WelderInventoryQuery,
  ): Promise<InventoryWelderPage> {
    return answer(await this.find.welders(request, query));
  }

  @Get('machines.xlsx')
  @Allow('inventory.read')
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The list of machines with its filters as a workbook, at most 20,000 rows' })
  async machinesFile(
    @CurrentRequest() request: Request,
    @Query() query: MachineInventoryQuery,
  ): Promise<StreamableFile> {
    return fileOf(answer(await this.exporting.machines(request, query)));
  }

  @Get('welders.xlsx')
  @Allow('inventory.read')
  @ApiProduces(XLSX)
  @ApiOperation({ summary: 'The list of welders with its filters as a workbook, at most 20,000 rows' })
  async weldersFile(@CurrentRequest() request: Request, @Query() query: WelderInventoryQuery): Promise<StreamableFile> {
    return fileOf(answer(await this.exporting.welders(request, query)));
  }

  @Get('filters')
  @Allow('inventory.read')
  @ApiOperation({ summary: 'The caller’s own filters, by name' })
  kept(@CurrentRequest() request: Request): Promise<SavedFilterList> {
    return this.filters.list(request);
  }

  @Post('filters')
  @Allow('inventory.read')
  @ApiOperation({ summary: 'Keeps a filter under a name' })
  async keep(@CurrentRequest() request: Request, @Body() body: SaveFilterRequest): Promise<SavedFilter> {
    return answer(await this.filters.save(request, body));
  }

  @Delete('filters/:id')
  @HttpCode(204)
  @Allow('inventory.read')
  @ApiOperation({ summary: 'Forgets a filter' })
  async forget(@CurrentRequest() request: Request, @Param('id') id: string): Promise<void> {
    answer(await this.filters.remove(request, id));
  }
}

const fileOf = ({ name, stream }: ExportedFile): StreamableFile =>
  new StreamableFile(stream, { type: XLSX, disposition: `attachment; filename="${name}"` });
