// node write_vectors.mjs DIR: writes mix.json, generators.json and opening.json there.

import { writeFileSync } from "node:fs";
import { generatorVectors, mixVectors, openingVectors } from "./vectors.ts";

for (const [name, vectors] of [["mix", mixVectors()], ["generators", generatorVectors()], ["opening", openingVectors()]] as const)
  writeFileSync(`${process.argv[2]}/${name}.json`, `${JSON.stringify(vectors, null, 1)}\n`);
