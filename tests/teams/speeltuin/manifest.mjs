// Checks a manifest on standard input against the schema that Microsoft publishes for the version it names.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.KNOPEN}/`);
const Ajv = require("ajv-draft-04").default ?? require("ajv-draft-04");
const formaten = require("ajv-formats").default ?? require("ajv-formats");
const manifest = JSON.parse(readFileSync(0, "utf-8"));
const plek = `${process.env.KNOPEN}/node_modules/@microsoft/app-manifest/build/json-schemas/teams`;
const schema = JSON.parse(readFileSync(`${plek}/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`, "utf-8"));
const ajv = new Ajv({ strict: false, allErrors: true });
formaten(ajv);
const keur = ajv.compile(schema);
if (!keur(manifest)) {
  console.log(JSON.stringify(keur.errors, null, 1));
  process.exit(1);
}
