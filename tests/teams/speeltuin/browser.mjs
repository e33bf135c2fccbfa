// A headless Debian Chromium, driven by playwright-core from the folder that `make test` fills.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

export const require = createRequire(`${process.env.KNOPEN}/`);
const { chromium } = require("playwright-core");
const ADRES = "http://127.0.0.1:56150";
const GEDULD = 15000;

export async function metBrowser(doe) {
  const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf-8" }).trim();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    await doe(browser);
  } finally {
    await browser.close();
  }
}

/** Opens the Playground, hands its page to `doe`, and keeps a picture of the page where that failed. */
export const inSpeeltuin = (mislukt, doe) =>
  metBrowser(async (browser) => {
    const p = await browser.newPage({ viewport: { width: 1000, height: 1150 } });
    try {
      p.setDefaultTimeout(GEDULD);
      await p.goto(ADRES);
      await doe(p);
    } catch (fout) {
      await p.screenshot({ path: `${process.env.UIT}/${mislukt}.png` });
      throw fout;
    }
  });

/** Types a line and sends it. */
export async function typ(p, tekst) {
  await p.click("[contenteditable=true]");
  await p.keyboard.type(tekst);
  await p.keyboard.press("Enter");
}
