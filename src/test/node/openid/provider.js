// A provider of identities for tests: any name is let in with any password, and its groups are what a test has said.
import { Provider } from 'oidc-provider';

const [port, secret, back] = process.argv.slice(2);
const groups = new Map();
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'thang',
    client_secret: secret,
    redirect_uris: [`${back}/openid.xhtml`],
    post_logout_redirect_uris: [`${back}/login.xhtml`],
    backchannel_logout_uri: `${back}/api/v1/openid/thu/logout`,
    backchannel_logout_session_required: true,
  }],
  // the application stands on this machine, where a provider reaches for nothing by itself
  fetch: (url, { dispatcher, ...options }) => globalThis.fetch(url, options),
  features: { backchannelLogout: { enabled: true } },
  pkce: { required: () => true },
  claims: { openid: ['sub', 'preferred_username', 'groups'] },
  conformIdTokenClaims: false,
  findAccount: (context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, preferred_username: id, groups: groups.get(id) ?? [] }),
  }),
});
provider.on('backchannel.error', (context, error) => console.log('nobody was told of a sign-out:', error));
provider.use(async (context, next) => {
  if (context.path === '/groups') {
    groups.set(context.query.of, String(context.query.are).split(',').filter(Boolean));
    context.status = 204;
    return;
  }
  await next();
});
provider.listen(Number(port), '127.0.0.1', () => console.log('ready'));
