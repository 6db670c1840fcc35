// The client for browsers (and Node 18 or newer): `fetch` does the sending.

import { Client, Refused, Unreachable } from './core.js';

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

/**
 * Upload a file that a person chose; returns the attachment. `onProgress` hears of a share between 0 and 1.
 * Not retried: nobody links what was sent twice. Throws Refused, Unreachable.
 */
export async function upload(client, path, file, { onProgress = () => {} } = {}) {
  const token = typeof client.token === 'function' ? await client.token() : client.token;
  const headers = { 'accept-language': client.language, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const form = new FormData();
  form.append('file', file, file.name);
  const { status, text } = await sendForm(client.baseUrl + path, headers, form, onProgress);
  const body = text.startsWith('{') ? JSON.parse(text) : { title: text.slice(0, 200) };
  if (status >= 400) throw new Refused(status, body);
  return body;
}

/** Only XMLHttpRequest tells how far an upload is; where there is none (Node), fetch sends it in one go. */
function sendForm(url, headers, form, onProgress) {
  if (typeof XMLHttpRequest === 'undefined') {
    return fetch(url, { method: 'POST', headers, body: form, credentials: 'omit' })
      .then(async (answer) => ({ status: answer.status, text: await answer.text() }));
  }
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Unreachable(new Error('upload'), null));
    request.send(form);
  });
}

/** Log an officer in; returns a function that gives an access token. Nothing is kept in the browser's storage. */
export async function logIn(baseUrl, username, password) {
  const form = new URLSearchParams({ grant_type: 'password', username, password });
  const answer = await fetch(`${baseUrl}/identity/v1/token`, { method: 'POST', body: form, credentials: 'omit' });
  const body = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(body.detail || body.error_description || 'refused'), { problem: body });
  return () => body.access_token;
}
