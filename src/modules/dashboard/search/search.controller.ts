import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { Allow } from '../../identity/allow.decorator';
import { SearchQuery, SearchResult } from './search.dto';
import { SearchRegister } from './search-register';

@ApiTags('codes')
@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchRegister) {}

  @Get()
  @Allow('code.inspect')
  @ApiOperation({ summary: 'Machines, welders and permits by whatever an official has at hand; at most 20' })
  find(@CurrentRequest() request: Request, @Query() { q }: SearchQuery): Promise<SearchResult> {
    return this.search.execute(request, q);
  }
}
