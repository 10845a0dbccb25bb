import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentRequest, type Request } from '../../platform/auth/request';
import { answer } from '../../platform/http/answer';
import { Allow } from '../identity/allow.decorator';
import { BeginFitting } from './begin-fitting';
import { CommandChips } from './command-chips';
import { BlockChipRequest, BlockChipsRequest, BlockedChips, ChipLifeView, NoteRequest, OpenFittingView, ReplaceChipRequest } from './fitting.dto'; // prettier-ignore

@ApiTags('fitting')
@Controller('chips')
export class ChipLifeController {
  constructor(
    private readonly chips: CommandChips,
    private readonly begin: BeginFitting,
  ) {}

  @Post('block')
  @HttpCode(200)
  @Allow('chip.block')
  @ApiOperation({ summary: 'Blocks several chips at once, all or none: a stolen box, a batch that was recalled' })
  async blockMany(@CurrentRequest() request: Request, @Body() body: BlockChipsRequest): Promise<BlockedChips> {
    return answer(await this.chips.block(request, [...new Set(body.chipNos)], body));
  }

  @Post(':chipNo/block')
  @HttpCode(200)
  @Allow('chip.block')
  @ApiOperation({ summary: 'A chip gives no power any more; its job ends, its relay opens' })
  async block(
    @CurrentRequest() request: Request,
    @Param('chipNo') chipNo: string,
    @Body() body: BlockChipRequest,
  ): Promise<BlockedChips> {
    return answer(await this.chips.block(request, [chipNo], body));
  }

  @Post(':chipNo/unblock')
  @HttpCode(200)
  @Allow('chip.unblock')
  @ApiOperation({ summary: 'A chip that was found or repaired may give power again' })
  async unblock(
    @CurrentRequest() request: Request,
    @Param('chipNo') chipNo: string,
    @Body() { note }: NoteRequest,
  ): Promise<ChipLifeView> {
    return answer(await this.chips.unblock(request, chipNo, note));
  }

  @Post(':chipNo/replace')
  @Allow('machine.bind')
  @ApiOperation({ summary: 'Another chip for the machine that has this one; a fitting begins' })
  async replace(
    @CurrentRequest() request: Request,
    @Param('chipNo') chipNo: string,
    @Body() body: ReplaceChipRequest,
  ): Promise<OpenFittingView> {
    return answer(await this.begin.replace(request, chipNo, body));
  }

  @Get(':chipNo/life')
  @Allow('chip.read')
  @ApiOperation({ summary: 'Where a chip was fitted, and when it was blocked' })
  async life(@CurrentRequest() request: Request, @Param('chipNo') chipNo: string): Promise<ChipLifeView> {
    return answer(await this.chips.life(request, chipNo));
  }
}
