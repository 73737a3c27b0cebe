import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * The pages are served by our own server only: one folder of hashed files, no inline script, every style tag with the
 * nonce that the server writes in place of `__CSP_NONCE__`.
 */
export default defineConfig({
  plugins: [react()],
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    target: "chrome109",
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
