// What both clients share: one request, its refusals, and what makes repeating safe. It names no browser and no
// mini program: `send({method, url, headers, body})` does the sending and answers `{status, headers, text}`,
// with header names in lower case. No Headers, no FormData, no PATCH.

import { proofOf } from './work.js';

const RETRIED = [502, 503, 504];
const TRIES = 4;

/** A refusal (RFC 9457). `code` is stable; `title` and `detail` are for people, in their language. */
export class Refused extends Error {
  constructor(status, problem) {
    super(`${problem.code || status}: ${problem.detail || problem.title || ''}`);
    this.name = 'Refused';
    this.status = status;
    this.code = problem.code || 'unknown';
    this.problem = problem;
    this.errors = problem.errors || [];
  }
}

/** Nobody answered, although it was tried several times. Whether it was done is unknown: repeat with the same key. */
export class Unreachable extends Error {
  constructor(cause, key) {
    super('没有应答 · no answer');
    this.name = 'Unreachable';
    this.cause = cause;
    this.idempotencyKey = key;
  }
}

/** A random key for one act. Not a secret: it only tells one act from another. */
export function newKey() {
  if (typeof crypto !== 'undefined' && crypto.randomUUID) return crypto.randomUUID();
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}

export class Client {
  /** `token` is an access token, or a function that returns one (or a promise of one); none for the public paths. */
  constructor({ baseUrl, send, token = null, language = 'zh-CN', pause = wait }) {
    Object.assign(this, { baseUrl: baseUrl.replace(/\/$/, ''), send, token, language, pause });
  }

  get(path, query) {
    return this.request('GET', path + queryOf(query));
  }

  /** Do something. A lost answer is asked for again with the same key, so it is done once. */
  post(path, body = {}, { key = newKey(), version } = {}) {
    return this.request('POST', path, { body, key, version });
  }

  /** Take one of an object's `allowed_actions`, as it was seen. 202 means that leaders must sign first. */
  act(path, action, seen, body = {}) {
    return this.post(`${path}/${action}`, body, { version: seen.version });
  }

  /** Follow a list to its end. */
  async *all(path, query = {}) {
    let cursor;
    do {
      const { body } = await this.get(path, cursor ? { ...query, cursor } : query);
      yield* body.items;
      cursor = body.next_cursor;
    } while (cursor);
  }

  /** Returns `{status, body, headers}`. Throws Refused, Unreachable. */
  async request(method, path, { body, key, version } = {}) {
    const headers = { accept: 'application/json', 'accept-language': this.language };
    const token = typeof this.token === 'function' ? await this.token() : this.token;
    if (token) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (key) headers['idempotency-key'] = key;
    if (version !== undefined) headers['if-match'] = `"${version}"`;
    const text = body === undefined ? undefined : JSON.stringify(body);
    return this.persist({ method, url: this.baseUrl + path, headers, body: text }, key);
  }

  async persist(request, key) {
    let lost;
    for (let tried = 0; tried < TRIES; tried += 1) {
      let answer;
      try {
        answer = await this.send(request);
      } catch (error) {
        lost = error;
        await this.pause(200 * 2 ** tried);
        continue;
      }
      const asked = answer.headers['proof-of-work-challenge'];
      if (answer.status === 429 && asked && !request.headers['proof-of-work']) {
        request.headers['proof-of-work'] = proofOf(asked);
      } else if (RETRIED.includes(answer.status) && tried + 1 < TRIES) {
        await this.pause(1000 * Number(answer.headers['retry-after'] || 2 ** tried));
      } else {
        return read(answer);
      }
    }
    throw new Unreachable(lost, key);
  }
}

function read({ status, headers, text }) {
  let body = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch {
    body = { title: text.slice(0, 200) };
  }
  if (status >= 400) throw new Refused(status, body || {});
  return { status, headers, body };
}

function queryOf(query = {}) {
  const pairs = Object.entries(query).flatMap(([name, value]) => [].concat(value).map((one) => [name, one]));
  const told = pairs.filter(([, value]) => value !== undefined && value !== null);
  return told.length ? `?${told.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}` : '';
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
