// A real OpenID provider for the tests: whoever types a name of the list is that person, with these groups.
import { createRequire } from "node:module";

const require = createRequire(`${process.env.KNOPEN}/`);
const { Provider } = await import(require.resolve("oidc-provider"));
const { poort, terug, geheim, mensen } = JSON.parse(process.argv[2]);

const uitgever = new Provider(`http://127.0.0.1:${poort}`, {
  clients: [{ client_id: "deelwijzer", client_secret: geheim, redirect_uris: [terug], token_endpoint_auth_method: "client_secret_post" }],
  claims: { openid: ["sub", "groups", "name"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: ["alleen voor de proef"] },
  findAccount: (_, id) => mensen[id] && { accountId: id, claims: () => ({ sub: id, ...mensen[id] }) },
});
uitgever.listen(poort, "127.0.0.1", () => console.log("klaar"));
