// Plays golden conversations in the Agents Playground: types, taps where a button stands for the line, and writes down
// what there is to read on the card after each turn.
import { readFileSync, writeFileSync } from "node:fs";
import { inSpeeltuin, typ } from "./browser.mjs";

const WIS = { zeg: "wis", tik: null };
const gesprekken = JSON.parse(readFileSync(`${process.env.UIT}/steekproef.json`, "utf-8"));
const gezien = {};

/** One turn; what there is to read on the last card once any card has changed or come. */
async function beurt(p, { zeg, tik }) {
  const eerder = JSON.stringify(await p.locator(".ac-adaptiveCard").allInnerTexts());
  if (tik) await p.getByRole("button", { name: tik, exact: true }).last().click();
  else await typ(p, zeg);
  const anders = await p.waitForFunction((voor) => {
    const nu = [...document.querySelectorAll(".ac-adaptiveCard")].map((kaart) => kaart.innerText);
    return JSON.stringify(nu) !== voor && nu;
  }, eerder);
  return (await anders.jsonValue()).at(-1);
}

await inSpeeltuin("steekproef-mislukt", async (p) => {
  await p.getByText("conversationUpdate").waitFor();
  for (const [naam, beurten] of Object.entries(gesprekken)) {
    await beurt(p, WIS);
    gezien[naam] = [];
    for (const b of beurten) gezien[naam].push(await beurt(p, b));
    await p.screenshot({ path: `${process.env.UIT}/steekproef-${naam}.png` });
  }
});
writeFileSync(`${process.env.UIT}/gezien.json`, JSON.stringify(gezien, null, 1));
