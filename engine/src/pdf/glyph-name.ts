const named = new Map(
  Object.entries({
    space: " ",
    exclam: "!",
    quotedbl: '"',
    numbersign: "#",
    dollar: "$",
    percent: "%",
    ampersand: "&",
    quotesingle: "'",
    parenleft: "(",
    parenright: ")",
    asterisk: "*",
    plus: "+",
    comma: ",",
    hyphen: "-",
    minus: "−",
    period: ".",
    slash: "/",
    zero: "0",
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
    eight: "8",
    nine: "9",
    colon: ":",
    semicolon: ";",
    less: "<",
    equal: "=",
    greater: ">",
    question: "?",
    at: "@",
    bracketleft: "[",
    backslash: "\\",
    bracketright: "]",
    asciicircum: "^",
    underscore: "_",
    grave: "`",
    braceleft: "{",
    bar: "|",
    braceright: "}",
    asciitilde: "~",
    bullet: "•",
    endash: "–",
    emdash: "—",
    ellipsis: "…",
    quoteleft: "‘",
    quoteright: "’",
    quotedblleft: "“",
    quotedblright: "”",
    periodcentered: "·",
    multiply: "×",
    degree: "°",
    yen: "¥",
    fi: "fi",
    fl: "fl",
  }),
);

/** The characters of a glyph by its name (Adobe Glyph List): those that documents of offices hold, `uni4E00`, `u4E00`. */
export function characterOfGlyph(name: string): string | null {
  const stem = name.replace(/\..*$/, "");
  if (/^[A-Za-z]$/.test(stem)) return stem;
  const known = named.get(stem);
  if (known !== undefined) return known;
  const code = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))$/.exec(stem);
  const value = code === null ? Number.NaN : Number.parseInt(code[1] ?? code[2] ?? "", 16);
  return value > 0 && value <= 0x10ffff && !(value >= 0xd800 && value < 0xe000) ? String.fromCodePoint(value) : null;
}
