// Draws cards as Teams does (its own host configuration, light and dark, desktop and phone width), takes pictures and
// measures what a reader needs: contrast of every text, nothing cut off. Prints one JSON object per card and view.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { metBrowser, require } from "./browser.mjs";

const BREEDTES = { breed: 560, telefoon: 340 };
const ACHTER = { light: "#ffffff", dark: "#2d2c2c" };
const lees = (naam) => readFileSync(require.resolve(naam), "utf-8");
const bestand = (naam) => readFileSync(join(process.env.KNOPEN, "node_modules", naam), "utf-8");
const STIJL = `
  body { margin: 0; padding: 12px; font-family: "Segoe UI", "DejaVu Sans", sans-serif }
  .ac-pushButton { border: 1px solid currentColor; border-radius: 4px; background: transparent; color: inherit;
    padding: 6px 12px; font: 600 14px "Segoe UI", "DejaVu Sans", sans-serif; min-width: 0 }
  .dark { color: #fff } .light { color: #242424 } .dark a { color: #a6a7dc } .light a { color: #4f52b2 }
  .kader { border: 1px solid #8884; border-radius: 6px; overflow: hidden }
  p { margin: 0 } ul, ol { margin: 0; padding-left: 20px; box-sizing: border-box }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px } .ac-actionSet button { flex: 0 0 auto !important }`;

function meetIn() {
  const getal = (k) => k.match(/[\d.]+/g).map(Number);
  const licht = ([r, g, b]) => {
    const f = (v) => ((v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
  };
  const meng = (boven, onder) => {
    const a = boven[3] ?? 1;
    return [0, 1, 2].map((i) => boven[i] * a + onder[i] * (1 - a));
  };
  const achter = (el) => {
    const lagen = [];
    for (let e = el; e; e = e.parentElement) lagen.push(getal(getComputedStyle(e).backgroundColor));
    return lagen.reverse().reduce((onder, laag) => meng(laag, onder), [255, 255, 255]);
  };
  const contrasten = [...document.querySelectorAll("#kaart *")]
    .filter((el) => [...el.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()))
    .map((el) => {
      const onder = achter(el);
      const [x, y] = [licht(meng(getal(getComputedStyle(el).color), onder)), licht(onder)];
      return { verhouding: (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05), tekst: el.textContent.slice(0, 40) };
    });
  const slechtst = contrasten.reduce((a, b) => (b.verhouding < a.verhouding ? b : a));
  const te_breed = [...document.querySelectorAll("#kaart *")]
    .filter((el) => el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0 && getComputedStyle(el).display !== "inline")
    .map((el) => el.textContent.slice(0, 40));
  return { contrast: slechtst.verhouding, waar: slechtst.tekst, te_breed };
}

await metBrowser(async (browser) => {
  for (const naam of readdirSync(process.env.UIT).filter((n) => n.endsWith(".json"))) {
    const kaart = readFileSync(join(process.env.UIT, naam), "utf-8");
    for (const thema of ["light", "dark"]) {
      for (const [beeld, breedte] of Object.entries(BREEDTES)) {
        const p = await browser.newPage({ viewport: { width: breedte, height: 600 }, deviceScaleFactor: 1.5 });
        const huis = bestand(`adaptivecards-designer/lib/hostConfigs/microsoft-teams-${thema}.json`);
        await p.setContent(`<body class="${thema}" style="background:${ACHTER[thema]}"><style>${STIJL}</style>
          <div class="kader"><div id="kaart"></div></div></body>`);
        await p.addScriptTag({ content: lees("markdown-it/dist/markdown-it.min.js") });
        await p.addScriptTag({ content: bestand("adaptivecards/dist/adaptivecards.min.js") });
        const fouten = await p.evaluate(
          ([huis, kaart]) => {
            AdaptiveCards.AdaptiveCard.onProcessMarkdown = (tekst, uit) => {
              uit.outputHtml = markdownit().render(tekst);
              uit.didProcess = true;
            };
            const c = new AdaptiveCards.AdaptiveCard();
            c.hostConfig = new AdaptiveCards.HostConfig(huis);
            const lezing = new AdaptiveCards.SerializationContext();
            c.parse(kaart, lezing);
            document.getElementById("kaart").appendChild(c.render());
            const uitkomst = c.validateProperties();
            return [...Array(lezing.eventCount).keys()].map((i) => lezing.getEventAt(i).message).concat(
              uitkomst.validationEvents.map((e) => e.message));
          },
          [JSON.parse(huis), JSON.parse(kaart)],
        );
        await p.screenshot({ path: join(process.env.UIT, `${naam.replace(".json", "")}-${beeld}-${thema}.png`), fullPage: true });
        console.log(JSON.stringify({ naam, thema, beeld, fouten, ...(await p.evaluate(meetIn)) }));
        await p.close();
      }
    }
  }
});
