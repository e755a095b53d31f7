import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is installed; absent = these tests are skipped here. Under CI a missing browser is an error. */
export function findChromium(): string | undefined {
  const place = [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
  if (place !== undefined) return place;
  const message = `Browser tests need Chromium: none at ${PLACES.join(', ')}; install the package chromium or set CHROMIUM to its path.`;
  if (process.env.CI === 'true') throw new Error(message);
  console.warn(`skipped: ${message}`);
  return undefined;
}
