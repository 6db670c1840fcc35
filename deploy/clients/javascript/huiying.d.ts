/** Types of the clients. The shapes of bodies are in `types/<service>.d.ts`, made from the API's description. */

export interface Problem {
  type?: string; title?: string; status?: number; detail?: string; code?: string; trace_id?: string;
  errors?: { pointer: string; in: string; code: string; detail: string; params: Record<string, unknown> }[];
}
export interface Answer<T> { status: number; headers: Record<string, string>; body: T }
export interface Versioned { version: number }
export interface Page<T> { items: T[]; next_cursor?: string | null }
export type Query = Record<string, string | number | boolean | null | undefined | (string | number)[]>;
export type Token = string | null | (() => string | Promise<string>);

export interface Options {
  baseUrl: string;
  token?: Token;
  language?: 'zh-CN' | 'en';
  pause?: (milliseconds: number) => Promise<void>;
}

export class Refused extends Error {
  status: number; code: string; problem: Problem; errors: NonNullable<Problem['errors']>;
}
export class Unreachable extends Error { idempotencyKey?: string }
export function newKey(): string;

export class Client {
  constructor(options: Options & { send: (request: unknown) => Promise<unknown> });
  baseUrl: string;
  token: Token;
  language: string;
  get<T>(path: string, query?: Query): Promise<Answer<T>>;
  post<T>(path: string, body?: unknown, options?: { key?: string; version?: number }): Promise<Answer<T>>;
  act<T>(path: string, action: string, seen: Versioned, body?: unknown): Promise<Answer<T>>;
  all<T>(path: string, query?: Query): AsyncGenerator<T>;
}

export function huiying(options: Options): Client;
export function upload(client: Client, path: string, file: File): Promise<{ id: string }>;
export function logIn(baseUrl: string, username: string, password: string): Promise<() => string>;
