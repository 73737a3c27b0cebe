import type { SessionView } from "@shanhai/server";
import { useQuery } from "@tanstack/react-query";
import { api } from "./api.js";
import type { Words } from "./words/index.js";

/** Before the server said who one is. */
const nobody: SessionView = {
  ...{ name: "", role: "", membership: null, office: null, posts: [], rights: [], writes: [] },
  ...{ locked: false, lock_minutes: 15, has_password: false, reviewed: [], confirms: [], must_set_password: false },
};

/** Who is signed in and in which post; the last one known while the session is asked for anew or has ended. */
export function useSession(): SessionView {
  return useQuery({ queryKey: ["session"], queryFn: api.session, staleTime: 60_000 }).data ?? nobody;
}

/** Whether the post acted in has one of these rights. */
export function hasRight(session: SessionView, ...rights: readonly string[]): boolean {
  return rights.some((right) => session.rights.includes(right));
}

/** Whether who is signed in may do what one of these rights allows: what he may not do is not offered. */
export function useMay(...rights: readonly string[]): boolean {
  return hasRight(useSession(), ...rights);
}

/** Whether the post acted in writes all of these ledgers: an owner reports progress and mends no project. */
export function useMayWrite(...records: readonly string[]): boolean {
  const { writes } = useSession();
  return records.every((record) => writes.includes(record));
}

/** A post as one reads it: 石坎县人民政府 · 挂职干部. */
export function postName(
  words: Words,
  post: { readonly office: string | null; readonly role: string; readonly title?: string | null },
): string {
  const roles: { readonly [role: string]: string } = words.settings.roles;
  const role = post.title ?? roles[post.role] ?? post.role;
  return post.office === null ? role : `${post.office} · ${role}`;
}

/** The rights of which a page asks one, by the beginning of its address; the first that fits. */
const pageRights: readonly (readonly [string, readonly string[]])[] = [
  ["/settings", []],
  ["/documents", ["materials", "read"]],
  ["/check", ["materials"]],
  ["/", ["read"]],
];

/** Whether the post acted in opens a page at all; what stands on it is asked of the server. */
export function opensPage(session: SessionView, path: string): boolean {
  const [, rights] = pageRights.find(([start]) => path.startsWith(start)) ?? ["", []];
  return rights.length === 0 || hasRight(session, ...rights);
}
