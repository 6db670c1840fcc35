// An officer's page. It knows no process: which actions there are is what the service allows this officer with this
// object now, and what an action asks for is read from the service's own description.

import { huiying, logIn } from '../browser.js';
import { formOf, read, showFaults } from './forms.js';

const baseUrl = new URLSearchParams(location.search).get('api') || 'http://localhost:8000';
const at = (selector) => document.querySelector(selector);
let client = huiying({ baseUrl });
let cursor = null;
let description = null;
let states = {};

function namesOf(lifecycle) {
  return Object.fromEntries(lifecycle.states.map((one) => [one.code, one.name_zh]));
}

function element(tag, words, kind = '') {
  return Object.assign(document.createElement(tag), { textContent: words, className: kind });
}

at('#enter').onsubmit = async (event) => {
  event.preventDefault();
  const { username, password } = Object.fromEntries(new FormData(event.target));
  try {
    client = huiying({ baseUrl, token: await logIn(baseUrl, username, password) });
    const { body: me } = await client.get('/identity/v1/me');
    at('#who').textContent = me.name ? `${me.name}，您好。` : username;
    [at('#enter').hidden, at('.desk').hidden] = [true, false];
    description = (await client.get('/intake/v1/openapi.json')).body;
    states = namesOf((await client.get('/intake/v1/lifecycles/demand')).body);
    await list();
  } catch (error) {
    event.target.querySelector('.note').textContent = error.problem?.detail || error.message;
  }
};

async function list({ more = false } = {}) {
  const { body } = await client.get('/intake/v1/demands', { limit: 15, cursor: more ? cursor : undefined });
  cursor = body.next_cursor;
  at('#more').hidden = !cursor;
  at('tbody')[more ? 'append' : 'replaceChildren'](...body.items.map(row));
}

at('#more').onclick = () => list({ more: true });

function row(item) {
  const due = item.clocks.filter((one) => one.state === 'running').map((one) => one.due_on).sort()[0];
  const late = due && due < new Date().toISOString().slice(0, 10);
  const line = document.createElement('tr');
  const cells = [shortOf(item.number), '', item.received_on, due || '—'].map((words) => element('td', words));
  cells[1].append(element('span', states[item.state] || item.state, 'tag'));
  if (late) cells[3].replaceChildren(element('span', `${due} 已超期`, 'tag late'));
  line.append(...cells);
  line.tabIndex = 0;
  line.onclick = () => open(item.id, line);
  line.onkeydown = ({ key }) => { if (key === 'Enter') open(item.id, line); };
  return line;
}

/** Officers of one office need not read its name in each number. */
function shortOf(number) {
  return number ? number.replace(/^.*-(?=[a-z]+-\d{4}-\d+$)/, '') : '未编号';
}

async function open(id, line) {
  document.querySelectorAll('[aria-selected]').forEach((one) => one.removeAttribute('aria-selected'));
  line?.setAttribute('aria-selected', 'true');
  const { body: seen } = await client.get(`/intake/v1/demands/${id}`);
  const facts = { 状态: states[seen.state] || seen.state, 收到: seen.received_on, 所在地: seen.region, 承办: seen.holder, 期限: seen.clocks.map((one) => `${one.due_on}（${one.rule}）`).join('、') };
  const told = document.createElement('dl');
  Object.entries(facts).filter(([, value]) => value).forEach(([name, value]) => told.append(element('dt', name), element('dd', value)));
  const actions = element('div', '', 'row');
  actions.append(...seen.allowed_actions.map((action) => button(seen, action)));
  const waiting = seen.pending_sign_offs.length ? [element('p', '已送领导签批，待签批后生效。', 'note')] : [];
  at('#one').replaceChildren(element('h2', seen.number || '未编号'), told, ...waiting, actions, element('div', '', 'form'));
  at('#one').scrollIntoView({ block: 'nearest', behavior: 'smooth' });
}

function button(seen, action) {
  const operation = description.paths[`/v1/demands/{object_id}/${action.replaceAll('_', '-')}`]?.post;
  const made = element('button', (operation?.summary || action).replace(/（.*/, ''), 'plain');
  made.onclick = () => {
    const form = formOf(operation, description);
    form.onsubmit = (event) => { event.preventDefault(); act(seen, action, form); };
    at('#one .form').replaceChildren(form);
    form.querySelector('input, textarea, select')?.focus();
  };
  return made;
}

async function act(seen, action, form) {
  try {
    await client.act(`/intake/v1/demands/${seen.id}`, action.replaceAll('_', '-'), seen, read(form));
    await list();
    await open(seen.id);
  } catch (error) {
    showFaults(form, error);
  }
}
