// The client for WeChat mini programs: `wx.request` does the sending.

import { Client } from './core.js';

export { Client, Refused, Unreachable, newKey } from './core.js';

const TIMEOUT_MS = 15000;

function sendWith(wx) {
  return ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      wx.request({
        url,
        method,
        header: headers,
        data: body,
        dataType: 'text', // we read JSON ourselves: numbers and refusals come out alike everywhere
        timeout: TIMEOUT_MS,
        success: ({ statusCode, header, data }) =>
          resolve({
            status: statusCode,
            headers: Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value])),
            text: typeof data === 'string' ? data : JSON.stringify(data),
          }),
        fail: reject,
      });
    });
}

/** Make a client: `huiying(wx, { baseUrl: 'https://…' })`. */
export function huiying(wx, options) {
  return new Client({ send: sendWith(wx), ...options });
}

/** Upload a file of `wx.chooseMedia`; returns the attachment. */
export function upload(wx, client, path, filePath) {
  return new Promise((resolve, reject) => {
    wx.uploadFile({
      url: client.baseUrl + path,
      filePath,
      name: 'file',
      header: { 'accept-language': client.language },
      success: ({ statusCode, data }) => {
        const body = JSON.parse(data);
        if (statusCode === 201) resolve(body);
        else reject(Object.assign(new Error(body.detail), { problem: body }));
      },
      fail: reject,
    });
  });
}
