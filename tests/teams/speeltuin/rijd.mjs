// Drives the Agents Playground as a user does: types, reads the card, presses, sees the card change in place.
import assert from "node:assert/strict";
import { inSpeeltuin, typ } from "./browser.mjs";

await inSpeeltuin("mislukt", gesprek);

async function gesprek(p) {
  const zie = (tekst, exact = false) => p.getByText(tekst, { exact }).last().waitFor();
  const knop = (naam) => p.getByRole("button", { name: naam, exact: true });
  const druk = async (naam) => knop(naam).last().click();
  const weg = (plek) => plek.waitFor({ state: "detached" });
  const berichten = () => p.locator(".ac-adaptiveCard").count();
  const foto = (naam) => p.screenshot({ path: `${process.env.UIT}/${naam}.png` });
  const zeg = async (tekst) => {
    const eerder = await berichten();
    await typ(p, tekst);
    await p.waitForFunction((n) => document.querySelectorAll(".ac-adaptiveCard").length > n, eerder);
  };

  await zie("Mag ik dit delen?");
  await knop("Close").first().click().catch(() => {});
  assert.equal(await berichten(), 1, "de begroeting komt één keer");
  await foto("welkom");

  await zeg("mag ik verzuimdata delen met het SWV?");
  await zie("Hangt ervan af");
  await zie("Om welk verzuim gaat het?");
  await foto("vraag");
  const voor = await berichten();

  await p.getByRole("button", { name: /Ziek of een andere geldige reden/ }).click();
  await zie("Uw keuze: Ziek of een andere geldige reden");
  await zie("Anoniem", true);
  await weg(p.getByText("Om welk verzuim gaat het?"));
  assert.equal(await berichten(), voor, "de kaart verandert op haar plek");
  await foto("keuze");

  await druk("Waarom?");
  await zie("Zo las ik uw vraag");
  await druk("Bron");
  await knop("Bron verbergen").waitFor();
  await druk("Langer");
  await knop("Korter").waitFor();
  await zie("Let op", true);
  await foto("lang");
  await druk("Korter");
  await knop("Langer").waitFor();
  await druk("👍");
  await zie("Bedankt.");
  await weg(knop("👍"));
  await druk("Andere keuze");
  await zie("Om welk verzuim gaat het?");
  assert.equal(await berichten(), voor, "nog steeds dezelfde kaart");

  await zeg("mag ik het bsn 111222333 van Fatima Yilmaz aan de jeugdarts geven?");
  await zie("Zo verwijdert u uw bericht");
  const kaart = await p.locator(".ac-adaptiveCard").last().innerText();
  assert.ok(!kaart.includes("Fatima") && !kaart.includes("111222333"), "het antwoord herhaalt niets");
  await foto("persoonsgegevens");

  await zeg("hulp");
  await zie("Stel uw vraag in gewone woorden.");
  await druk("Mag ik verzuim delen met leerplicht?");
  await zie("Het hangt af van het soort verzuim");
}
