import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../../platform/auth/request';
import { answer } from '../../../platform/http/answer';
import { Allow } from '../../identity/allow.decorator';
import { KeepPlantKeys } from './keep-plant-keys';
import { PlantKeyList, PlantKeyRequest } from './plant.dto';

/** The keys with which a plant signs its permits. */
@ApiTags('exchange')
@Controller('exchange/partners/:id/keys')
export class PlantKeysController {
  constructor(private readonly keys: KeepPlantKeys) {}

  @Get()
  @Allow('exchange.read')
  @ApiOperation({ summary: 'The keys of a plant, in use and taken away' })
  async list(@CurrentRequest() request: Request, @Param('id') id: string): Promise<PlantKeyList> {
    return answer(await this.keys.list(request, id));
  }

  @Post()
  @Allow('exchange.write')
  @ApiOperation({ summary: 'Another public key of a plant; those before it stay in use until they are taken away' })
  async add(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Body() body: PlantKeyRequest,
  ): Promise<PlantKeyList> {
    return answer(await this.keys.add(request, id, body));
  }

  @Delete(':kid')
  @Allow('exchange.write')
  @ApiOperation({ summary: 'From now on nothing that is signed with this key is taken in' })
  async revoke(
    @CurrentRequest() request: Request,
    @Param('id') id: string,
    @Param('kid') kid: string,
  ): Promise<PlantKeyList> {
    return answer(await this.keys.revoke(request, id, kid));
  }
}
