// The client for browsers (and Node 18 or newer): `fetch` does the sending.

import { Client } from './core.js';

export { Client, Refused, Unreachable, newKey } from './core.js';

const TIMEOUT_MS = 15000;

async function send({ method, url, headers, body }) {
  const answer = await fetch(url, {
    method, headers, body, cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
}

/** Make a client: `huiying({ baseUrl: 'https://…' })`. */
export function huiying(options) {
  return new Client({ send, ...options });
}

/** Upload a file that a person chose; returns the attachment. Not retried: nobody links what was sent twice. */
export async function upload(client, path, file) {
  const form = new FormData();
  form.append('file', file, file.name);
  const token = typeof client.token === 'function' ? await client.token() : client.token;
  const headers = { 'accept-language': client.language, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const answer = await fetch(client.baseUrl + path, { method: 'POST', headers, body: form, credentials: 'omit' });
  if (!answer.ok) throw Object.assign(new Error('upload refused'), { problem: await answer.json() });
  return answer.json();
}

/** Log an officer in; returns a function that gives an access token. Nothing is kept in the browser's storage. */
export async function logIn(baseUrl, username, password) {
  const form = new URLSearchParams({ grant_type: 'password', username, password });
  const answer = await fetch(`${baseUrl}/identity/v1/token`, { method: 'POST', body: form, credentials: 'omit' });
  const body = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(body.detail || body.error_description || 'refused'), { problem: body });
  return () => body.access_token;
}
