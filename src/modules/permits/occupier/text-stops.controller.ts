import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/auth/access.decorator';
import { answer } from '../../../platform/http/answer';
import { TextStops } from './text-stops';
import { ResumeTextsRequest, StopTextsRequest, TextsStopped } from './text-stops.dto';

/** For whoever got a text about a small job: no account, the key of the link proves it. */
@ApiTags('permits')
@Controller('permits/:id/occupier-refusal')
export class TextStopsController {
  constructor(private readonly texts: TextStops) {}

  @Post()
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: '“This is not me”: no declaration sends this phone a text any more' })
  async stop(@Param('id') id: string, @Body() { key }: StopTextsRequest): Promise<TextsStopped> {
    return answer(await this.texts.stop(id, key));
  }

  @Post('code')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Sends the phone a code by which texts are allowed again' })
  async sendCode(@Param('id') id: string, @Body() { key }: StopTextsRequest): Promise<TextsStopped> {
    return answer(await this.texts.sendCode(id, key));
  }

  @Post('lift')
  @HttpCode(200)
  @Public()
  @ApiOperation({ summary: 'Texts are allowed again' })
  async lift(@Param('id') id: string, @Body() { key, code }: ResumeTextsRequest): Promise<TextsStopped> {
    return answer(await this.texts.lift(id, key, code));
  }
}
