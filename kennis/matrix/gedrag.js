"use strict";
// Follows the decision diagrams in the data block; nothing is decided here. All text is set as text, never as HTML.
const data = JSON.parse(document.getElementById("gegevens").textContent);
const OORDELEN = {
  verplicht: ["V", "verplicht"], ja: ["J", "ja"], toestemming: ["T", "alleen met toestemming"], anoniem: ["A", "alleen anoniem"],
  afweging: ["W", "eigen afweging"], nee: ["N", "nee"], hangt_af: ["?", "hangt ervan af"], niet_geregeld: ["\u2013", "niet geregeld"],
};
const KEUZES = [
  ["gegevens", "Soort gegevens"], ["leerling", "Soort leerling"], ["leeftijd", "Leeftijd"],
  ["overleg", "Overleg"], ["situatie", "Situatie"], ["toestemming", "Toestemming"],
];
const klein = window.matchMedia("(max-width: 44rem)");
const staat = { regio: 0, van: 0 };
KEUZES.forEach(([dim]) => { staat[dim] = 0; });

function el(naam, eigenschappen, ...kinderen) {
  const e = document.createElement(naam);
  Object.entries(eigenschappen || {}).forEach(([sleutel, waarde]) => {
    if (sleutel === "class") e.className = waarde;
    else if (sleutel in e && typeof waarde !== "string") e[sleutel] = waarde;
    else e.setAttribute(sleutel, waarde);
  });
  e.append(...kinderen.filter((k) => k !== null && k !== undefined));
  return e;
}

function hoofdletter(tekst) { return tekst.charAt(0).toUpperCase() + tekst.slice(1); }
function kopnaam(begrip) { return begrip.diepte ? begrip.naam.replace(/^(de|het|een) /, "") : "niet genoemd"; }

function regelVan(van, naar) {
  const regio = data.regios[staat.regio];
  let plaats = 0;
  data.volgorde.forEach((dim, nr) => {
    const waarde = dim === "van" ? van : dim === "naar" ? naar : staat[dim];
    plaats = regio.lagen[nr][plaats][regio.klassen[dim][waarde]];
  });
  return data.regels[plaats];
}

function keuzelijst(sleutel, kop, opties, bijWissel) {
  const lijst = el("select", { id: "k-" + sleutel });
  opties.forEach((o, nr) => lijst.append(el("option", { value: String(nr) }, "\u00a0\u00a0".repeat(Math.max(0, (o.diepte || 0) - 1)) + hoofdletter(o.naam))));
  lijst.value = String(staat[sleutel]);
  lijst.addEventListener("change", () => { staat[sleutel] = Number(lijst.value); bijWissel(); });
  return el("label", { for: "k-" + sleutel }, kop, lijst);
}

function bouwKeuzes() {
  const form = document.getElementById("keuzes");
  form.replaceChildren(keuzelijst("regio", "Regio", data.regios, toon));
  KEUZES.forEach(([dim, kop]) => form.append(keuzelijst(dim, kop, data.begrippen[dim], toon)));
  if (klein.matches) form.append(keuzelijst("van", "Wie geeft", data.begrippen.van, toon));
  const wissen = el("button", { type: "button", id: "wissen" }, "Alles wissen");
  wissen.addEventListener("click", () => { Object.keys(staat).forEach((s) => { staat[s] = 0; }); bouwKeuzes(); toon(); });
  form.append(wissen);
  form.addEventListener("submit", (e) => e.preventDefault());
}

function bewaarInAdres() {
  const delen = Object.entries(staat).filter(([, nr]) => nr).map(([s, nr]) => s + "=" + (s === "regio" ? data.regios[nr].id : data.begrippen[s][nr].id));
  history.replaceState(null, "", delen.length ? "#" + encodeURI(delen.join("&")) : location.pathname + location.search);
}

function leesAdres() {
  decodeURI(location.hash.slice(1)).split("&").forEach((deel) => {
    const [s, id] = deel.split("=");
    if (!(s in staat)) return;
    const nr = (s === "regio" ? data.regios : data.begrippen[s]).findIndex((b) => b.id === id);
    if (nr > 0) staat[s] = nr;
  });
}

function vak(van, naar, tellen) {
  const regel = regelVan(van, naar);
  tellen[regel.oordeel] = (tellen[regel.oordeel] || 0) + 1;
  const [letter, woord] = OORDELEN[regel.oordeel];
  const titel = hoofdletter(data.begrippen.van[van].naam) + " aan " + data.begrippen.naar[naar].naam + ": " + woord;
  const knop = el("button", { type: "button", class: regel.oordeel, tabindex: "-1", "aria-label": titel, title: titel }, letter);
  knop.dataset.van = String(van);
  knop.dataset.naar = String(naar);
  return el("td", { role: "gridcell" }, knop);
}

function tabel(tellen) {
  const kop = el("tr", {}, el("th", { class: "hoek", scope: "col" }, "geeft \u2193 ontvangt \u2192"));
  data.begrippen.naar.forEach((b) => kop.append(el("th", { scope: "col", class: b.diepte < 2 ? "breed" : "", title: b.uitleg }, el("span", {}, kopnaam(b)))));
  const lijf = el("tbody");
  data.begrippen.van.forEach((b, van) => {
    const naam = "\u00a0\u00a0".repeat(Math.max(0, b.diepte - 1)) + kopnaam(b);
    const rij = el("tr", {}, el("th", { scope: "row", class: b.diepte < 2 ? "breed" : "", title: b.uitleg }, naam));
    data.begrippen.naar.forEach((_, naar) => rij.append(vak(van, naar, tellen)));
    lijf.append(rij);
  });
  const t = el("table", { role: "grid", "aria-label": "Oordeel per gever en ontvanger" }, el("thead", {}, kop), lijf);
  lijf.querySelector("button").tabIndex = 0;
  t.addEventListener("keydown", opPijl);
  t.addEventListener("focusin", (e) => { if (e.target.matches("td button")) maakActief(t, e.target); });
  return el("div", { class: "rol" }, t);
}

function maakActief(t, knop) {
  t.querySelectorAll('td button[tabindex="0"]').forEach((k) => { k.tabIndex = -1; });
  knop.tabIndex = 0;
}

function opPijl(e) {
  const stap = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -99], End: [0, 99] }[e.key];
  if (!stap || !e.target.dataset.van) return;
  e.preventDefault();
  const grens = (n, max) => Math.max(0, Math.min(max, n));
  const van = grens(Number(e.target.dataset.van) + stap[0], data.begrippen.van.length - 1);
  const naar = grens(Number(e.target.dataset.naar) + stap[1], data.begrippen.naar.length - 1);
  e.currentTarget.querySelector('button[data-van="' + van + '"][data-naar="' + naar + '"]').focus();
}

function lijst(tellen) {
  const ul = el("ul", { class: "lijst", "aria-label": "Oordeel per ontvanger" });
  data.begrippen.naar.forEach((b, naar) => {
    const regel = regelVan(staat.van, naar);
    tellen[regel.oordeel] = (tellen[regel.oordeel] || 0) + 1;
    const [letter, woord] = OORDELEN[regel.oordeel];
    const knop = el("button", { type: "button" }, el("span", {}, b.diepte ? "Aan " + b.naam : "Ontvanger niet genoemd"), el("span", { class: "merk " + regel.oordeel }, letter + " \u00b7 " + woord));
    knop.dataset.van = String(staat.van);
    knop.dataset.naar = String(naar);
    ul.append(el("li", {}, knop));
  });
  return ul;
}

function toonLegenda(tellen) {
  const ul = document.getElementById("legenda");
  ul.replaceChildren(...Object.entries(OORDELEN).map(([soort, [letter, woord]]) =>
    el("li", {}, el("b", { class: soort, "aria-hidden": "true" }, letter), el("span", {}, hoofdletter(woord) + " ", el("span", {}, String(tellen[soort] || 0))))));
}

function gekozen() {
  const delen = KEUZES.filter(([dim]) => staat[dim]).map(([dim, kop]) => kop.toLowerCase() + ": " + data.begrippen[dim][staat[dim]].naam);
  return data.regios[staat.regio].naam + (delen.length ? "; " + delen.join("; ") : "; verder niets gekozen");
}

function toon() {
  const tellen = {};
  document.getElementById("inleiding").textContent = klein.matches
    ? "Kies wie geeft en wat er speelt. Per ontvanger ziet u het oordeel van Deelwijzer. Tik erop voor de uitleg."
    : "Links staat wie geeft, boven staat wie ontvangt. Elk vak is het oordeel van Deelwijzer. Kies een vak voor de uitleg.";
  document.getElementById("vlak").replaceChildren(klein.matches ? lijst(tellen) : tabel(tellen));
  toonLegenda(tellen);
  document.getElementById("stand").textContent = "U ziet: " + gekozen() + ".";
  document.getElementById("gekozen").textContent = "Gekozen: " + gekozen() + ".";
  document.querySelectorAll("select").forEach((s) => s.classList.toggle("gezet", s.value !== "0"));
  bewaarInAdres();
}

function blok(kop, regels, soort) {
  if (!regels || !regels.length) return null;
  return el("section", {}, el("h3", {}, kop), el(soort || "ul", {}, ...regels.map((r) => (r instanceof Node ? r : el("li", {}, r)))));
}

function invullen(tekst, van, naar) {
  return tekst.replaceAll("{Van}", hoofdletter(van)).replaceAll("{van}", van).replaceAll("{Naar}", hoofdletter(naar)).replaceAll("{naar}", naar);
}

function legUit(vanNr, naarNr) {
  const regel = regelVan(vanNr, naarNr);
  const van = data.begrippen.van[vanNr].naam;
  const naar = data.begrippen.naar[naarNr].naam;
  const [letter, woord] = OORDELEN[regel.oordeel];
  const sluit = el("button", { type: "button", id: "sluit", "aria-label": "Sluiten" }, "\u00d7");
  const d = document.getElementById("uitleg");
  sluit.addEventListener("click", () => d.close());
  const delen = [
    sluit,
    el("h2", { id: "uitleg-kop" }, hoofdletter(van) + " geeft aan " + naar),
    el("span", { class: "merk " + regel.oordeel }, letter + " \u00b7 " + hoofdletter(woord)),
    el("p", { class: "kort" }, invullen(regel.kort, van, naar)),
    blok("Meer uitleg", regel.punten),
    regel.vraag ? blok(regel.vraag, regel.opties) : null,
    regel.toestemming ? el("section", {}, el("h3", {}, "Toestemming"), el("p", {}, regel.toestemming)) : null,
    blok("Grondslag", regel.grondslagen.map((g) => el("li", {}, g.naam, el("small", {}, g.uitleg)))),
    blok("Voorwaarden", regel.voorwaarden),
    blok("Zo doet u dat", regel.stappen, "ol"),
    ...regel.let_op.map((zin) => el("p", { class: "letop" }, el("strong", {}, "Let op: "), zin)),
    blok("Bronnen", regel.bronnen),
    el("p", { class: "klein" }, "Keuzes: " + gekozen() + ". Regel " + regel.id + (regel.regio ? ", alleen in " + regel.regio : "") + ". Beoordeeld op " + regel.beoordeeld_op + "."),
  ];
  d.replaceChildren(...delen.filter((deel) => deel !== null));
  d.showModal();
  d.scrollTop = 0;
}

document.getElementById("vlak").addEventListener("click", (e) => {
  const knop = e.target.closest("button[data-van]");
  if (knop) legUit(Number(knop.dataset.van), Number(knop.dataset.naar));
});
document.getElementById("uitleg").addEventListener("click", (e) => { if (e.target === e.currentTarget) e.currentTarget.close(); });
klein.addEventListener("change", () => { bouwKeuzes(); toon(); });
document.getElementById("versie").textContent = "Deelwijzer, kennisversie " + data.versie + ", regels zoals ze gelden op " + data.dag + ". Dit is geen juridisch advies.";
leesAdres();
bouwKeuzes();
toon();
