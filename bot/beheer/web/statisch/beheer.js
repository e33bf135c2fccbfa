// Small comforts only: every page works without this file.
"use strict";

// A draft that is being worked on: look in the background, and show the page anew only once there is news.
if (document.querySelector("[data-bezig]")) {
  let stil = false;
  for (const soort of ["input", "submit"]) addEventListener(soort, () => { stil = true; });
  const stand = (tekst) => [...new DOMParser().parseFromString(tekst, "text/html").querySelectorAll("[data-bezig]")].map((deel) => deel.id).join();
  const nu = [...document.querySelectorAll("[data-bezig]")].map((deel) => deel.id).join();
  const kijk = async () => {
    const antwoord = await fetch(location.href, { credentials: "same-origin" });
    if (stil) return;
    if (!antwoord.ok || stand(await antwoord.text()) !== nu) location.reload();
    else setTimeout(kijk, 1500);
  };
  setTimeout(kijk, 1500);
}

// Pick lists: a next one appears once the last one was used.
for (const groep of document.querySelectorAll(".keuzegroep")) {
  const lijsten = () => [...groep.querySelectorAll(":scope > .keus")];
  for (const extra of groep.querySelectorAll(":scope > .volgende")) extra.remove();
  groep.addEventListener("change", (gebeurtenis) => {
    const laatste = lijsten().at(-1);
    if (gebeurtenis.target !== laatste || !laatste.value) return;
    const volgende = laatste.cloneNode(true);
    volgende.value = "";
    laatste.after(volgende);
  });
}

// Leaving a form with changes asks first.
const vorm = document.querySelector("form.bewerk");
if (vorm) {
  let veranderd = document.querySelector("#fouten, #voorbeeld") !== null;
  vorm.addEventListener("input", () => { veranderd = true; });
  vorm.addEventListener("submit", () => { veranderd = false; });
  addEventListener("beforeunload", (gebeurtenis) => { if (veranderd) gebeurtenis.preventDefault(); });
}

// After an error: to the list of what to mend.
document.querySelector("#fouten")?.focus();
