import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KnowPartner } from '../../modules/exchange/take/know-partner';
import { TheirRequest, type SignedRequest } from '../../modules/exchange/take/signed-request';
import { Public } from '../../platform/auth/access.decorator';
import { answer } from '../../platform/http/answer';
import { Clock } from '../../platform/time/clock';
import { TakeVendorMessages } from './take-messages';
import { ChipMessagesOffered, ChipMessagesTaken } from './vendor.dto';

@ApiTags('exchange')
@ApiHeader({ name: 'Hanan-Partner', description: 'the id of the vendor’s cloud', required: true })
@ApiHeader({ name: 'Hanan-Signature', description: '`t=<seconds>,v1=<hex>`, see docs/exchange.md', required: true })
@Controller('exchange/chips')
export class VendorsController {
  constructor(
    private readonly partners: KnowPartner,
    private readonly messages: TakeVendorMessages,
    private readonly clock: Clock,
  ) {}

  @Post('messages')
  @HttpCode(202)
  @Public()
  @ApiOperation({
    summary: 'What chips of a vendor say, in the forms of the chip protocol; judged as if it came by MQTT',
  })
  async take(@TheirRequest() request: SignedRequest, @Body() body: ChipMessagesOffered): Promise<ChipMessagesTaken> {
    const at = this.clock.now();
    const partner = answer(await this.partners.execute(request, ['vendor'], at));
    return answer(await this.messages.execute(partner, body.messages, at));
  }
}
