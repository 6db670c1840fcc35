// Against a running set: `node smoke.js http://localhost:8000 .run/demo-accounts.json`. Prints what it did, or ends with 1.

import { readFileSync } from 'node:fs';
import { huiying, logIn, newKey, Refused, upload } from './browser.js';
import { huiying as inMiniProgram } from './miniprogram.js';

const [baseUrl, accounts] = process.argv.slice(2);
let done = 0;

function check(what, holds) {
  if (!holds) throw new Error(`wrong: ${what}`);
  done += 1;
  console.log(`✓ ${what}`);
}

/** `wx.request` as mini programs have it, over fetch. */
const wx = {
  request({ url, method, header, data, success, fail }) {
    fetch(url, { method, headers: header, body: data })
      .then(async (answer) =>
        success({ statusCode: answer.status, header: Object.fromEntries(answer.headers), data: await answer.text() }))
      .catch(fail);
  },
};

const demand = { category: 'livelihood_demand', content: '（测试）小区门口的路灯坏了两周，夜里看不清路。', region: 'district-1' };

for (const [name, client] of [['browser', huiying({ baseUrl })], ['mini program', inMiniProgram(wx, { baseUrl })]]) {
  const key = newKey();
  const first = await client.post('/intake/v1/public/submissions', demand, { key });
  const again = await client.post('/intake/v1/public/submissions', demand, { key });
  check(`${name}: a demand is accepted, and repeating it gives the same receipt`,
    first.status === 201 && first.body.receipt === again.body.receipt);
  const opened = await client.post('/intake/v1/public/receipts/_open', { receipt: first.body.receipt });
  check(`${name}: the receipt opens`, opened.body.state === 'received');
  const refused = await client.post('/intake/v1/public/submissions', { category: 'nothing' }).catch((error) => error);
  check(`${name}: a wrong body is refused with every fault, in Chinese`,
    refused instanceof Refused && refused.status === 400 && refused.errors.length >= 2 && /[一-龥]/.test(refused.problem.title));
}

const file = new File([Buffer.from('89504e470d0a1a0a', 'hex')], '路灯.txt', { type: 'text/plain' });
const wrong = await upload(huiying({ baseUrl }), '/intake/v1/public/attachments', file).catch((error) => error);
check('a file that is not what it is called is refused', wrong instanceof Refused && [400, 415].includes(wrong.status));
const text = await upload(huiying({ baseUrl }), '/intake/v1/public/attachments', new File(['夜里看不清路。'], '说明.txt', { type: 'text/plain' }));
check('a file goes up before there is a matter', text.media_type === 'text/plain' && text.size > 0);

const people = JSON.parse(readFileSync(accounts, 'utf8'));
const { login, password } = people.find((one) => one.login === 'petition.city');
const officer = huiying({ baseUrl, token: await logIn(baseUrl, login, password) });
const seen = [];
for await (const one of officer.all('/intake/v1/demands', { state: 'received', limit: 1 })) {
  seen.push(one);
  if (seen.length === 2) break;
}
check('an officer follows a list over its pages', seen.length === 2 && seen[0].id !== seen[1].id);
const shown = (await officer.get(`/intake/v1/demands/${seen[0].id}`)).body;
const registered = await officer.act(`/intake/v1/demands/${shown.id}`, 'register', shown);
check('an officer registers a demand', registered.status === 200 && registered.body.state === 'registered');
const stale = await officer.act(`/intake/v1/demands/${shown.id}`, 'classify', shown, {}).catch((error) => error);
check('acting on what was seen too long ago is refused', stale instanceof Refused && [409, 412, 400].includes(stale.status));
console.log(`${done} checks`);
