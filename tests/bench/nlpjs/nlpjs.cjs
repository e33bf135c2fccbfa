// nlp.js with its Dutch rules, as it comes, behind the interface of `peers.py`.
//
//   node nlpjs.cjs leer FOLDER    learn from FOLDER/leerstof.json, keep the result in FOLDER
//   node nlpjs.cjs dien FOLDER    answer FOLDER/vragen.json, write FOLDER/nlpjs.json
//
// NODE_PATH names the folder with its packages. Learning from all examples takes minutes, so it gets the first few of
// each class.
const fs = require('fs');
const path = require('path');
const { performance } = require('perf_hooks');

const PER_KLASSE = 10; // examples of a class
const [, , wat, map] = process.argv;
const lees = (naam) => JSON.parse(fs.readFileSync(path.join(map, naam), 'utf8'));
const schrijf = (naam, inhoud) => fs.writeFileSync(path.join(map, naam), inhoud);

async function maak() {
  const { containerBootstrap } = require('@nlpjs/core');
  const { Nlp } = require('@nlpjs/nlp');
  const { LangNl } = require('@nlpjs/lang-nl');
  const houder = await containerBootstrap();
  houder.use(Nlp);
  houder.use(LangNl);
  const nlp = houder.get('nlp');
  Object.assign(nlp.settings, { autoSave: false, autoLoad: false });
  nlp.addLanguage('nl');
  return nlp;
}

async function leer() {
  const nlp = await maak();
  const aantal = new Map();
  for (const [zin, klasse] of lees('leerstof.json')) {
    aantal.set(klasse, (aantal.get(klasse) ?? 0) + 1);
    if (aantal.get(klasse) <= PER_KLASSE) nlp.addDocument('nl', zin, klasse);
  }
  await nlp.train();
  schrijf('nlpjs.model', nlp.export());
}

async function dien() {
  const nlp = await maak();
  nlp.import(fs.readFileSync(path.join(map, 'nlpjs.model'), 'utf8'));
  const vragen = lees('vragen.json');
  await nlp.process('nl', vragen[0].vraag);
  console.log('klaar');
  const antwoorden = [];
  const duren = [];
  for (const { vraag } of vragen) {
    const begin = performance.now();
    const { intent } = await nlp.process('nl', vraag);
    duren.push(performance.now() - begin);
    antwoorden.push(intent === 'None' ? null : intent);
  }
  const rss = Math.round(process.resourceUsage().maxRSS / 102.4) / 10;
  schrijf('nlpjs.json', JSON.stringify({ antwoorden, duren_ms: duren, rss_mb: rss }));
}

(wat === 'leer' ? leer() : dien()).catch((fout) => {
  console.error(fout);
  process.exit(1);
});
