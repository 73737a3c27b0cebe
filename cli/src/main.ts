import { filterLines } from "./line-filter.js";
import { inputChunks } from "./stream-chunks.js";
import { threadsOfFilter } from "./threads-of-filter.js";

// A reader that stops early (`shanhai extract … | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const threads = threadsOfFilter(process.argv.slice(2));
if (threads !== null) await filterLines(inputChunks(), process.stdout, { threads });
else await (await import("./command-line.js")).commandLine();
