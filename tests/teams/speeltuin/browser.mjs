// A headless Debian Chromium, driven by playwright-core from the folder that `make test` fills.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

export const require = createRequire(`${process.env.KNOPEN}/`);
const { chromium } = require("playwright-core");

export async function metBrowser(doe) {
  const executablePath = execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf-8" }).trim();
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
  try {
    await doe(browser);
  } finally {
    await browser.close();
  }
}
