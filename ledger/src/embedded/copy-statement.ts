/**
 * How many statements of an SQL text read rows from the client (COPY … FROM STDIN). The engine cannot wait for a
 * client in the middle of a statement, so the gate has to know before it starts. Comments, strings, quoted names and
 * dollar quotes are skipped; the text is not checked otherwise.
 */
export function countCopyFromStdin(sql: string): number {
  if (!/\bcopy\b/i.test(sql) || !/\bstdin\b/i.test(sql)) return 0;
  let count = 0;
  let depth = 0;
  let words: string[] = [];
  const finish = () => {
    if (words[0] === "COPY" && words.some((word, at) => word === "FROM" && words[at + 1] === "STDIN")) count += 1;
    words = [];
  };
  for (let at = 0; at < sql.length; ) {
    if (sql.startsWith("/*", at)) {
      at = endOfComment(sql, at);
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(sql)?.[0] ?? "";
    at += token.length;
    if (token === "(") depth += 1;
    else if (token === ")") depth -= 1;
    else if (token === ";" && depth === 0) finish();
    else if (/^\w+$/.test(token) && depth === 0) words.push(token.toUpperCase());
    else if (/^["']/.test(token)) words.push("");
  }
  finish();
  return count;
}

/** A line comment, a string (also E'…'), a quoted name, a dollar quote, a word, or one other character. */
const TOKEN =
  /--[^\n]*|[eE]'(?:\\[\s\S]|''|[^'\\])*'?|'(?:''|[^'])*'?|"(?:""|[^"])*"?|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?(?:\1|$)|\w+|[\s\S]/y;

/** Comments nest in PostgreSQL. */
function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let at = start; at < sql.length; ) {
    if (sql.startsWith("/*", at)) {
      depth += 1;
      at += 2;
    } else if (sql.startsWith("*/", at)) {
      depth -= 1;
      at += 2;
      if (depth === 0) return at;
    } else at += 1;
  }
  return sql.length;
}
