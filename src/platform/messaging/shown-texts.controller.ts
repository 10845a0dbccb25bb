import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/access.decorator';
import { LocalTextMessages, type SentText } from './local-text-messages';

/**
 * What the demo shows instead of a phone. `PlatformModule` leaves this controller out unless `showTexts` is set, so the
 * route does not exist in an installation.
 */
@ApiExcludeController()
@Controller('demo/messages')
export class ShownTextsController {
  constructor(private readonly texts: LocalTextMessages) {}

  @Get()
  @Public()
  list(): { items: readonly SentText[] } {
    return { items: this.texts.latest() };
  }
}
