// node write_vectors.mjs DIR: writes mix.json and opening.json there.

import { writeFileSync } from "node:fs";
import { mixVectors, openingVectors } from "./vectors.ts";

for (const [name, vectors] of [["mix", mixVectors()], ["opening", openingVectors()]] as const)
  writeFileSync(`${process.argv[2]}/${name}.json`, `${JSON.stringify(vectors, null, 1)}\n`);
