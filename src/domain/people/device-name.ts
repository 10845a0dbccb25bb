/** Names stand in what a browser says of itself; the first that fits counts, as each later one stands in the earlier ones, too. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'macOS'],
  [/Linux/, 'Linux'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/DingTalk/, 'DingTalk'],
  [/\bEdgA?\b|EdgiOS/, 'Edge'],
  [/HuaweiBrowser/, 'Huawei'],
  [/QQBrowser/, 'QQ'],
  [/UCBrowser|UBrowser/, 'UC'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const firstIn = (names: typeof SYSTEMS, text: string): string | null =>
  names.find(([sign]) => sign.test(text))?.[1] ?? null;

/**
 * By what somebody knows their own sign-ins apart: `Android · WeChat`. Versions and models are left out, so it names a kind
 * and no device. Null: nothing is known.
 */
export function deviceName(userAgent: string | undefined): string | null {
  const found = [SYSTEMS, BROWSERS].map((names) => firstIn(names, userAgent ?? '')).filter((name) => name !== null);
  return found.length > 0 ? found.join(' · ') : null;
}
