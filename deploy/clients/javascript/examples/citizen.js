// A citizen's page: write, with files; keep the receipt; look what became of it. Nothing is kept in the browser.

import { huiying, newKey, Refused, upload } from '../browser.js';

const client = huiying({ baseUrl: new URLSearchParams(location.search).get('api') || 'http://localhost:8000' });
const WAY = ['received', 'accepted', 'being_handled', 'answered', 'closed'];
let states = {};
const [writing, looking] = ['#write', '#look'].map((one) => document.querySelector(one));
const attachments = new Map(); // what was uploaded for this text, by file name
let key = newKey(); // one act, one key: pressing the button again after a lost answer submits nothing twice

async function labels(vocabulary) {
  const { body } = await client.get(`/intake/v1/vocabularies/${vocabulary}`);
  return Object.fromEntries(body.entries.map((one) => [one.code, one.labels['zh-CN']]));
}

/** Do what a button stands for: it rests meanwhile, and a refusal is shown below it with every fault. */
async function during(form, work) {
  const [button, note] = [form.querySelector('button'), form.querySelector('.note')];
  note.textContent = '';
  button.disabled = true;
  try {
    await work();
  } catch (error) {
    const refused = error instanceof Refused;
    const faults = refused ? [error.problem.detail, ...error.errors.map((one) => one.detail)] : ['网络不通。请稍后再按一次，不会重复提交。'];
    note.textContent = faults.filter(Boolean).join('\n');
  } finally {
    button.disabled = false;
  }
}

function element(tag, words, kind = '') {
  return Object.assign(document.createElement(tag), { textContent: words, className: kind });
}

async function addFile(file) {
  const [line, bar] = [element('li', ''), element('progress', '')];
  const told = element('small', '正在上传');
  Object.assign(bar, { max: 1, value: 0, ariaLabel: file.name });
  line.append(element('span', file.name, 'name'), told, bar);
  writing.querySelector('.files').append(line);
  try {
    const made = await upload(client, '/intake/v1/public/attachments', file, { onProgress: (share) => { bar.value = share; } });
    attachments.set(file.name, made.id);
    told.textContent = `${Math.max(1, Math.round(made.size / 1024))} KB`;
    bar.remove();
  } catch (error) {
    told.textContent = error.problem?.detail || error.problem?.title || '没有传上去';
    bar.value = 0;
  }
}

writing.querySelector('[type=file]').onchange = async ({ target }) => {
  await during(writing, () => Promise.all([...target.files].map(addFile)));
  target.value = '';
};

writing.content.oninput = ({ target }) => {
  document.querySelector('#counted').textContent = `已写 ${target.value.trim().length} 字`;
};

writing.onsubmit = (event) => {
  event.preventDefault();
  during(writing, async () => {
    const { region, field, content } = Object.fromEntries(new FormData(writing));
    const sent = { category: 'livelihood_demand', region, content, field: field || null, attachments: [...attachments.values()] };
    const { body } = await client.post('/intake/v1/public/submissions', sent, { key });
    const kept = document.querySelector('#kept');
    kept.querySelector('.receipt').textContent = body.receipt;
    [writing.hidden, kept.hidden] = [true, false];
    kept.focus();
  });
};

document.querySelector('#copy').onclick = async ({ target }) => {
  await navigator.clipboard.writeText(document.querySelector('.receipt').textContent);
  target.textContent = '已复制';
};

document.querySelector('#again').onclick = () => {
  key = newKey();
  attachments.clear();
  writing.reset();
  writing.querySelector('.files').replaceChildren();
  [writing.hidden, document.querySelector('#kept').hidden] = [false, true];
};

looking.onsubmit = (event) => {
  event.preventDefault();
  document.querySelector('#seen').replaceChildren();
  during(looking, async () => {
    const { body } = await client.post('/intake/v1/public/receipts/_open', { receipt: looking.receipt.value });
    document.querySelector('#seen').replaceChildren(...shown(body));
  });
};

function shown(matter) {
  const reached = WAY.indexOf(matter.state === 'passed_on' ? 'being_handled' : matter.state);
  const way = element('ol', '', 'way');
  way.append(...WAY.map((state, n) => element('li', states[state] || state, n <= reached ? 'done' : '')));
  const said = matter.messages.map((one) => element('p', one.text, `says ${one.from}`));
  const note = element('p', `${matter.received_on} 收到。现在：${states[matter.state] || matter.state}`);
  return reached < 0 ? [note, ...said] : [way, note, ...said];
}

states = await labels('receipt_state');
const { body: options } = await client.get('/intake/v1/public/options');
for (const region of options.regions.sort((a, b) => a.code.localeCompare(b.code, 'zh', { numeric: true }))) writing.region.add(new Option(region.name_zh, region.code));
for (const field of options.fields) writing.field.add(new Option(field.name_zh, field.code));
