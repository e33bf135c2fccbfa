// Small comforts only: every page works without this file.
"use strict";

// A draft whose effect is still being worked out: look again by itself, unless somebody types or sends something.
if (document.querySelector("[data-bezig]")) {
  const weer = setTimeout(() => location.reload(), 1500);
  for (const soort of ["input", "submit"]) addEventListener(soort, () => clearTimeout(weer));
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
