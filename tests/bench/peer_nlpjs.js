// node-nlp behind the same interface as peers.py: node peer_nlpjs.js leer|dien FOLDER MODULES
const fs = require('fs');
const path = require('path');
const [wat, map, modules] = process.argv.slice(2);
const { NlpManager } = require(path.resolve(modules, 'node-nlp'));
const lees = (naam) => JSON.parse(fs.readFileSync(path.join(map, naam), 'utf8'));
const model = path.join(map, 'nlpjs.model');
// Its log goes to standard output, where the line after the first answer must come alone.
console.log = () => {};

(async () => {
  const nlu = { log: false, useNoneFeature: true };
  const peer = new NlpManager({ languages: ['nl'], forceNER: false, autoSave: false, nlu });
  if (wat === 'leer') {
    for (const [zin, klasse] of lees('leerstof.json')) peer.addDocument('nl', zin, klasse);
    await peer.train();
    peer.save(model);
    return;
  }
  peer.load(model);
  const vragen = lees('vragen.json');
  await peer.process('nl', vragen[0].vraag);
  process.stdout.write('klaar\n');
  const antwoorden = [];
  const duren = [];
  for (const { vraag } of vragen) {
    const begin = process.hrtime.bigint();
    const { intent } = await peer.process('nl', vraag);
    duren.push(Number(process.hrtime.bigint() - begin) / 1e6);
    antwoorden.push(intent === 'None' ? null : intent);
  }
  const rss = Math.round(process.resourceUsage().maxRSS / 102.4) / 10;
  fs.writeFileSync(path.join(map, 'nlpjs.json'), JSON.stringify({ antwoorden, duren_ms: duren, rss_mb: rss }));
})();
