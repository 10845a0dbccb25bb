import type { Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import type { TestApp } from '../../support/app';
import { PrintedPaper } from '../../support/printed-page';
import type { TestChip } from '../../support/test-chip';
import { choose, sign } from '../chromium';
import { downloaded, give, send, takePhoto } from '../permit-sheet';
import { openMenu, type Somebody } from './people';

/** A sticker on the machine: three groups of four signs. */
const PRINTED_CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const DAY = 86_400_000;
const QUESTIONS = ['public-present', 'combustibles-stay', 'flammables-held', 'height-or-confined'];

/** The grid worker prints blank stickers at the desk and reads the first one off the sheet. */
export async function printsStickers(desk: Page): Promise<string> {
  await openMenu(desk, '/console/code-rolls');
  const sheet = await downloaded(desk, '[data-test=print-roll]');
  return PRINTED_CODE.exec(new PrintedPaper(readFileSync(await sheet.path())).text)?.[0] ?? '';
}

/** The grid worker sticks the code on, photographs the plate, and has the owner sign. */
export async function collectsMachine(phone: Page, app: TestApp, sticker: string, owner: string): Promise<void> {
  await phone.goto('/');
  await phone.locator('[data-test=collect]').click();
  await phone.locator('[data-test=collect-machine]').click();
  await phone.fill('[name=sticker]', sticker);
  await takePhoto(phone, app);
  await phone.fill('[name=model]', 'ZX7-400');
  await phone.fill('[name=serial]', 'SD2026001');
  await phone.fill('[name=owner-words]', owner);
  await phone.getByText('查', { exact: true }).click();
  await phone.locator('[data-test=found-owner]').first().click();
  await phone.getByText('已定位').waitFor();
  await sign(phone);
  await phone.locator('[data-test=save]').click();
  await phone.getByText('已登记').waitFor();
}

/** The administrator brings in the chips that the maker delivered. */
export async function importsChip(desk: Page, chip: { chipNo: string; secretHex: string }): Promise<void> {
  await openMenu(desk, '/console/chips');
  const list = Buffer.from(`chipNo,secretHex,model,batch\n${chip.chipNo},${chip.secretHex},H2,2026-11\n`);
  await desk.setInputFiles('[data-test=csv]', { name: 'chips.csv', mimeType: 'text/csv', buffer: list });
  await desk.getByText('导入成功 1 枚').waitFor();
}

/** The technician scans both, sees power and arc arrive, and takes the photo. */
export async function fitsChip(phone: Page, app: TestApp, chip: TestChip, sticker: string): Promise<void> {
  await phone.locator('a[href="/m/fit/start"]').click();
  await phone.fill('[name=chip]', chip.chipNo);
  await phone.locator('[data-test=take-chip]').click();
  await phone.fill('[name=machine]', sticker);
  await phone.locator('[data-test=take-machine]').click();
  await phone.getByText('先断开总电源再接线').waitFor();
  await phone.locator('[data-test=begin]').click();
  await phone.locator('[data-test=start-test]').click();
  await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
  for (const event of ['relay-closed', 'arc-start', 'arc-stop']) await chip.ackOf(await chip.event(event));
  await phone.getByText('平台已收到电弧').waitFor();
  await phone.locator('[data-test=end-test]').click();
  await chip.reply(await chip.command('lock'), { ok: true, relay: 'open' });
  await takePhoto(phone, app);
  await phone.locator('[data-test=complete]').click();
  await phone.getByText('已完成').waitFor();
}

/** The firm enters what stands on the welder's card. */
export async function recordsCertificate(desk: Page, app: TestApp, welder: Somebody): Promise<void> {
  await openMenu(desk, '/console/welders');
  await desk.locator('tbody a', { hasText: welder.name }).click();
  await desk.getByRole('button', { name: '登记证书' }).click();
  const card = desk.locator('.el-drawer');
  await card.locator('[name=number]').fill(`T${welder.idNumber}`);
  await card.locator('[name=issuer]').fill('河南省应急管理厅');
  for (const [n, day] of ['2024-05-10', '2024-05-10', '2030-05-09'].entries()) {
    await card.locator('.el-date-editor input').nth(n).fill(day);
    await desk.keyboard.press('Enter');
  }
  await takePhoto(desk, app);
  await card.locator('[data-test=save]').click();
  await desk.getByText('待核验').waitFor();
}

/** The regulator finds the card among today's tasks, looks it up and vouches for it. */
export async function verifiesCertificate(desk: Page, welder: Somebody): Promise<void> {
  await openMenu(desk, '/console/today');
  await desk.getByRole('link', { name: welder.name }).first().click();
  await desk.locator('[data-test=verify]').click();
  await desk.locator('.el-dialog textarea').fill('官网查询，姓名、证号、准操项目一致');
  await desk.locator('.el-dialog [data-test=send]').click();
  await desk.getByText('待核验').waitFor({ state: 'detached' });
}

/** The regulator begins a campaign; the answers are those of the bank, as a person would have learnt them. */
export async function beginsTraining(desk: Page, name: string, questions: number): Promise<Map<string, string[]>> {
  await openMenu(desk, '/console/training');
  await desk.getByRole('tab', { name: '题库' }).click();
  await desk.locator('#pane-questions tbody tr').first().waitFor();
  const rows = await desk.locator('#pane-questions tbody tr').all();
  const bank = new Map<string, string[]>();
  for (const row of rows) {
    const [, , text = '', answer = ''] = await row.locator('td').allInnerTexts();
    bank.set(
      text.trim(),
      answer.split(/、(?=[A-H] )/).map((one) => one.trim().slice(2)),
    );
  }
  await desk.getByRole('tab', { name: '培训任务' }).click();
  await desk.locator('[data-test=create]').click();
  const form = desk.locator('.el-drawer');
  await form.locator('[name=name]').fill(name);
  await form.locator('.el-date-editor input').fill(new Date(Date.now() + 30 * DAY).toISOString().slice(0, 10));
  await desk.keyboard.press('Enter');
  await form.locator('[name=text]').fill('动火前清理可燃物，备好灭火器。');
  await form.locator('.el-input-number input').first().fill(String(questions));
  await form.locator('[data-test=save-campaign]').click();
  await desk.getByText(name).first().waitFor();
  return bank;
}

/** The welder reads and answers on the phone. */
export async function passesTraining(
  phone: Page,
  name: string,
  bank: Map<string, string[]>,
  count: number,
): Promise<void> {
  await phone.goto('/');
  await phone.locator('a[href="/m/training"]').click();
  await phone.getByText(name).click();
  await phone.getByText('开始答题').click();
  await phone.locator('[data-test=begin]').click();
  for (let n = 1; n <= count; n += 1) {
    await phone.getByText(`第 ${n} 题，共 ${count} 题`).waitFor();
    const right = bank.get((await phone.locator('.asked h2').innerText()).trim()) ?? [];
    for (const option of await phone.locator('[data-test^=option-]').all())
      if (right.includes((await option.locator('span').innerText()).trim())) await option.click();
    await phone.locator(n === count ? '[data-test=hand-in]' : '[data-test=next]').click();
  }
  await phone.getByText(`合格：答对 ${count} 题，共 ${count} 题`).waitFor();
}

/** The boss asks for a permit at the desk. */
export async function asksPermit(desk: Page, place: string, welder: Somebody, watcher: Somebody): Promise<void> {
  await openMenu(desk, '/console/permits');
  await desk.getByText('新建作业票').click();
  await desk.getByText('一般动火作业').click();
  for (const one of QUESTIONS) await desk.locator(`[data-test=question-${one}]`).getByText('否').click();
  await desk.fill('[name=content]', '焊接货架立柱底座');
  await choose(desk, '动火方式', '焊条电弧焊');
  await desk.fill('[name=place]', place);
  await desk.getByRole('button', { name: '我的位置' }).click();
  await choose(desk, '焊工', welder.name);
  await choose(desk, '监护人', watcher.name);
  await desk.locator('[data-test=submit]').click();
  await desk.getByText('审批中').first().waitFor();
}

/** Whoever holds a seat finds the permit in the queue on the phone and signs by hand. */
export async function approves(phone: Page, place: string): Promise<void> {
  await phone.getByText(place).first().click();
  await give(phone, 'approve');
  await sign(phone);
  await send(phone);
}

/** The watcher comes on duty, sees to each measure and lets the work begin. */
export async function watches(phone: Page, app: TestApp, place: string): Promise<void> {
  await phone.getByText(place).first().click();
  await give(phone, 'fire-watch-on');
  await takePhoto(phone, app);
  await send(phone);
  await give(phone, 'measures');
  const ticks = phone.locator('.sheet input[type=checkbox]');
  for (let n = 0; n < (await ticks.count()); n += 1) await ticks.nth(n).check();
  await send(phone);
  await give(phone, 'start');
  await send(phone);
  await phone.getByText('作业中').first().waitFor();
}

/** The welder types what stands on the sticker, and the chip closes its relay. */
export async function getsPower(phone: Page, chip: TestChip, sticker: string): Promise<void> {
  await phone.goto('/');
  await phone.locator('a[href="/m/scan"]').first().click();
  await phone.fill('[name=typed-code]', sticker);
  await phone.keyboard.press('Enter');
  chip.commands.length = 0;
  await phone.locator('[data-test=start]').click();
  await chip.reply(await chip.command('unlock'), { ok: true, relay: 'closed' });
  await phone.locator('[data-test=running]').waitFor();
}
