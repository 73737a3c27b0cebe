import type { Command } from "commander";
import type { Config } from "./config.js";
import type { Screen } from "./screen.js";

/** One file of verbs/: adds its command; each parses, calls one function of a room below, prints. */
export type Verb = (program: Command, context: { readonly config: Config; readonly screen: Screen }) => void;
