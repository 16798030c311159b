// node scripts/subset-font.mjs: cuts Inter down to what English needs, so that the first visit loads 21 kB of it instead of 48.
import fs from 'node:fs';
import subsetFont from 'subset-font';

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const punctuation = '\u00a0\u00b7\u00d7\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2191\u2193';
const whole = fs.readFileSync('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
const basic = await subsetFont(whole, ascii + punctuation, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } });
fs.writeFileSync('src/ui/theme/inter-basic.woff2', basic);
console.log(`${whole.length} bytes became ${basic.length}.`);
