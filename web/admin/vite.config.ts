// Bundles the dashboard into files that the server carries within itself. Their names bear a hash of their content.

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

export default defineConfig({
  base: "/admin/",
  resolve: { alias: { fonts: `${modules}/@expo-google-fonts/atkinson-hyperlegible-next`, figures: `${modules}/@fontsource/inter/files` } },
  esbuild: { jsx: "automatic", jsxImportSource: "preact", legalComments: "inline", charset: "utf8" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    emptyOutDir: true,
  },
});
