/** What the server is told at start. Read once by the command, passed down. */
export interface ServerConfig {
  /** Address to bind; anything but loopback asks for an account with a password. */
  readonly host: string;
  readonly port: number;
  /** Folder of the built pages. */
  readonly webDir: string;
  /** TLS, for a bind address beyond this machine: files in PEM. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Networks that may come in (授权网段) beside this machine; absent: whoever reaches it. */
  readonly allow?: readonly string[];
  /** Largest file of material, in MB; absent: as delivered. */
  readonly uploadMb?: number;
}

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
