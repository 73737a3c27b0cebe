import { lineBundle } from "./line-bundle.js";

/** Entry of a thread of `extract --jsonl`: from the bundle, else from its modules. */
const bundle = lineBundle();
if (bundle === null) await import("./line-worker.js");
else bundle.start();
