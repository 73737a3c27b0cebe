import { useQuery } from "@tanstack/react-query";
import { api } from "./api.js";

/** Who is signed in; the last one known while the session is asked for anew or has ended. */
export function useSession(): { readonly name: string; readonly role: string } {
  const session = useQuery({ queryKey: ["session"], queryFn: api.session, staleTime: 60_000 });
  return session.data ?? { name: "", role: "" };
}
