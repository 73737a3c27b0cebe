import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Writes `.br` and `.gz` beside every script and style, once, so that the server compresses nothing while serving. */
function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    writeBundle({ dir }) {
      const assets = join(dir ?? "dist", "assets");
      for (const name of readdirSync(assets)) {
        if (!/\.(?:js|css|svg)$/.test(name)) continue;
        const bytes = readFileSync(join(assets, name));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes, { params }));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  };
}

/**
 * Some parts of antd (scroll lock, scroll bar measure) insert a style without the nonce that ConfigProvider knows. They
 * all pass through one function; there the page's own nonce is the default. Fails the build if that place has changed.
 */
function styleNonce(): Plugin {
  const place = "if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }";
  const own = "styleNode.nonce = csp?.nonce ?? document.querySelector('meta[property=csp-nonce]')?.nonce ?? '';";
  return {
    name: "style-nonce",
    apply: "build",
    transform(code, id) {
      if (!id.replaceAll("\\", "/").endsWith("@rc-component/util/es/Dom/dynamicCSS.js")) return null;
      if (!code.includes(place)) throw new Error("dynamicCSS.js sets the nonce elsewhere now");
      return code.replace(place, own);
    },
  };
}

/**
 * The pages are served by our own server only: one folder of hashed files, no inline script, every style tag with the
 * nonce that the server writes in place of `__CSP_NONCE__`.
 */
export default defineConfig({
  plugins: [react(), styleNonce(), precompress()],
  html: { cspNonce: "__CSP_NONCE__" },
  build: {
    target: "chrome102",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
