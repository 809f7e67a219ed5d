// A real OpenID provider that behaves as Belgium's does: signed claims about the person,
// levels, PKCE. It signs whoever comes in, as the person and at the level that /person sets.
// Usage: node provider.mjs <redirect address>; prints its own address when it listens.

import { createServer } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const [redirect] = process.argv.slice(2);
const LEVEL = "urn:be:fedict:iam:fas:Level450";
let person = { sub: "p1", level: LEVEL, surname: "Exemple", givenName: "Camille", egovNRN: "93051822361", prefLanguage: "fr", mail: "camille@example.invalid" };

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const server = createServer();
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  acrValues: [LEVEL, "urn:be:fedict:iam:fas:Level100"],
  claims: { openid: ["sub", "acr"], profile: ["surname", "givenName", "prefLanguage", "mail"], egovnrn: ["egovNRN"] },
  clients: [
    {
      client_id: "safe",
      client_secret: "not a secret: tests only",
      redirect_uris: [redirect],
      id_token_signed_response_alg: "RS256",
      userinfo_signed_response_alg: "RS256",
      token_endpoint_auth_method: "client_secret_basic",
    },
  ],
  cookies: { keys: ["tests only"] },
  conformIdTokenClaims: true,
  features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...person, sub: id }) }),
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "one" }] },
  loadExistingGrant: async (context) => {
    const grant = new context.oidc.provider.Grant({
      accountId: context.oidc.session.accountId,
      clientId: context.oidc.client.clientId,
    });
    grant.addOIDCScope("openid profile egovnrn");
    await grant.save();
    return grant;
  },
  pkce: { required: () => true },
  scopes: ["openid", "profile", "egovnrn"],
});

const answer = provider.callback();
server.on("request", async (request, response) => {
  if (request.url === "/person") {
    let text = "";
    for await (const piece of request) text += piece;
    person = { ...person, ...JSON.parse(text) };
    response.end("ok");
  } else if (request.url.startsWith("/interaction/")) {
    await provider.interactionFinished(request, response, { login: { accountId: person.sub, acr: person.level } });
  } else {
    answer(request, response);
  }
});
console.log(issuer);
