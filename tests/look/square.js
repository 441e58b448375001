// A font of blocks: every letter is a block of one of two widths, so that a page is laid out alike on
// every machine, whatever fonts it has.

/** Units of an em; the widths of Latin letters and of Chinese characters; their height. */
const EM = 1000;
const WIDTHS = [520, 1000];
const HEIGHT = 700;

/** Room at either side of a block: letters stay apart. */
const BEARING = 60;

/** The first character that is as wide as an em. */
const WIDE_FROM = 0x2e80;

/** The font as the address of a style sheet. */
export function squareFont() {
  const blocks = WIDTHS.map(block);
  // No character, a space, a narrow block, a wide one.
  const glyphs = [Buffer.alloc(0), Buffer.alloc(0), ...blocks];
  const widths = [WIDTHS[0], WIDTHS[0], ...WIDTHS];
  const starts = glyphs.map((_, at) => glyphs.slice(0, at).reduce((sum, { length }) => sum + length, 0));
  const end = starts.at(-1) + glyphs.at(-1).length;
  const tables = {
    'OS/2': os2(),
    cmap: cmap(),
    glyf: Buffer.concat(glyphs),
    head: head(),
    hhea: hhea(widths.length),
    hmtx: words(widths.flatMap((width, at) => [width, at < 2 ? 0 : BEARING])),
    loca: words([...starts, end].map((at) => at / 2)),
    maxp: maxp(glyphs.length),
    name: words([0, 0, 6]),
    post: Buffer.concat([long(0x00030000), Buffer.alloc(28)]),
  };
  return `data:font/ttf;base64,${joined(tables).toString('base64')}`;
}

/** The font's file: a list of its tables, and the tables. */
function joined(tables) {
  const names = Object.keys(tables);
  const heads = [];
  const bodies = [];
  let at = 12 + 16 * names.length;
  for (const name of names) {
    const table = tables[name];
    const body = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    heads.push(Buffer.from(name), long(sum(body)), long(at), long(table.length));
    bodies.push(body);
    at += body.length;
  }
  const power = Math.floor(Math.log2(names.length));
  const range = 16 * 2 ** power;
  return Buffer.concat([
    long(0x00010000),
    words([names.length, range, power, 16 * names.length - range]),
    ...heads,
    ...bodies,
  ]);
}

/** A glyph: one box. */
function block(width) {
  const [left, right] = [BEARING, width - BEARING];
  return Buffer.concat([
    words([1, left, 0, right, HEIGHT, 3, 0]),
    Buffer.from([1, 1, 1, 1]),
    // The corners as steps from one to the next, across and then up.
    words([left, 0, right - left, 0, 0, HEIGHT, 0, -HEIGHT]),
  ]);
}

/** Every character to its block: a table that gives one glyph to a whole range. */
function cmap() {
  const ranges = [
    [0x20, 0x20, 1],
    [0x21, 0x9f, 2],
    [0xa0, 0xa0, 1],
    [0xa1, WIDE_FROM - 1, 2],
    [WIDE_FROM, 0x10ffff, 3],
  ];
  const length = 16 + 12 * ranges.length;
  return Buffer.concat([
    words([0, 1, 3, 10]),
    long(12),
    words([13, 0]),
    long(length),
    long(0),
    long(ranges.length),
    ...ranges.flat().map(long),
  ]);
}

function head() {
  return Buffer.concat([
    long(0x00010000),
    long(0x00010000),
    long(0),
    long(0x5f0f3cf5),
    words([0, EM]),
    Buffer.alloc(16),
    words([0, 0, EM, HEIGHT, 0, 8, 2, 0, 0]),
  ]);
}

function hhea(count) {
  return Buffer.concat([long(0x00010000), words([800, -200, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, count])]);
}

function maxp(count) {
  return Buffer.concat([long(0x00010000), words([count, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])]);
}

function os2() {
  const sizes = [650, 600, 0, 75, 650, 600, 0, 350, 50, 300];
  return Buffer.concat([
    words([4, 760, 400, 5, 0, ...sizes, 0]),
    Buffer.alloc(10),
    Buffer.alloc(16),
    Buffer.from('NONE'),
    words([64, 0x20, 0xffff, 800, -200, 0, 800, 200]),
    Buffer.alloc(8),
    words([500, HEIGHT, 0, 0x20, 1]),
  ]);
}

function words(numbers) {
  const bytes = Buffer.alloc(2 * numbers.length);
  numbers.forEach((number, at) => bytes.writeUInt16BE(number & 0xffff, 2 * at));
  return bytes;
}

function long(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number >>> 0);
  return bytes;
}

function sum(bytes) {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 4) total = (total + bytes.readUInt32BE(at)) >>> 0;
  return total;
}
