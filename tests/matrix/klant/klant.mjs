// An independent, strict Matrix client: matrix-js-sdk with its Rust crypto. It gives its keys only to devices that are
// signed by their owner. One JSON command a line comes in, one JSON reply a line goes out.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [map] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${map}/node_modules/matrix-js-sdk/lib/${name}`).href);
for (const soort of ["log", "info", "warn", "debug", "trace"]) console[soort] = () => {};
const sdk = await load("index.js");
const { OnlySignedDevicesIsolationMode, AllDevicesIsolationMode } = await load("crypto-api/index.js");

let client;
const gezien = [];
const wachtend = new Set();

function neem(event) {
  if (event.getType() !== "m.room.message" && event.getType() !== "m.reaction") return;
  gezien.push(event);
  for (const opnieuw of [...wachtend]) opnieuw();
}

async function volledig(event) {
  const schild = await client.getCrypto().getEncryptionInfoForEvent(event);
  return {
    id: event.getId(), afzender: event.getSender(), soort: event.getType(), inhoud: event.getContent(),
    versleuteld: event.isEncrypted(), schild: schild?.shieldColour ?? null, relatie: event.getWireContent()["m.relates_to"] ?? null,
  };
}

const opdrachten = {
  async aanmelden({ adres, gebruiker, wachtwoord, streng }) {
    const los = sdk.createClient({ baseUrl: adres });
    const login = await los.loginRequest({ type: "m.login.password", identifier: { type: "m.id.user", user: gebruiker }, password: wachtwoord });
    client = sdk.createClient({ baseUrl: adres, userId: login.user_id, accessToken: login.access_token, deviceId: login.device_id, cryptoCallbacks: {} });
    await client.initRustCrypto({ useIndexedDB: false });
    const crypto = client.getCrypto();
    crypto.setDeviceIsolationMode(streng ? new OnlySignedDevicesIsolationMode() : new AllDevicesIsolationMode(false));
    client.on("event", (event) => { if (!event.isEncrypted()) neem(event); });
    client.on("Event.decrypted", (event, fout) => { if (!fout && !event.isDecryptionFailure()) neem(event); });
    const klaar = new Promise((goed) => client.once("sync", goed));
    await client.startClient();
    await klaar;
    await crypto.bootstrapCrossSigning({ setupNewCrossSigning: true, authUploadDeviceSigningKeys: (maak) => maak(null) });
    return { gebruiker: login.user_id };
  },
  async kamer({ wie, versleuteld }) {
    const initial_state = versleuteld ? [{ type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } }] : [];
    const { room_id } = await client.createRoom({ invite: wie, is_direct: true, initial_state });
    const binnen = () => wie.every((lid) => client.getRoom(room_id)?.getMember(lid)?.membership === "join");
    while (!binnen()) await new Promise((goed) => client.once("RoomMember.membership", goed));
    return { kamer: room_id };
  },
  async zeg({ kamer, inhoud }) {
    return { id: (await client.sendEvent(kamer, "m.room.message", inhoud)).event_id };
  },
  async wacht({ kamer, van, aantal, geduld_ms }) {
    const passend = () => gezien.filter((e) => e.getRoomId() === kamer && e.getSender() === van && e.getType() === "m.room.message");
    const einde = new Promise((goed) => setTimeout(goed, geduld_ms));
    while (passend().length < aantal) {
      let opnieuw;
      const nieuw = new Promise((goed) => { opnieuw = () => goed(true); wachtend.add(opnieuw); });
      const kwam = await Promise.race([nieuw, einde]);
      wachtend.delete(opnieuw);
      if (!kwam) break;
    }
    return { berichten: await Promise.all(passend().map(volledig)) };
  },
  async vertrouwen({ gebruiker, apparaat }) {
    const status = await client.getCrypto().getDeviceVerificationStatus(gebruiker, apparaat);
    return { getekend: status?.signedByOwner ?? false };
  },
};

for await (const regel of createInterface({ input: process.stdin })) {
  const { doe, ...velden } = JSON.parse(regel);
  if (doe === "stop") break;
  let uit;
  try {
    uit = await opdrachten[doe](velden);
  } catch (fout) {
    uit = { fout: String(fout?.message ?? fout) };
  }
  process.stdout.write(`${JSON.stringify(uit)}\n`);
}
client?.stopClient();
process.exit(0);
