import assert from 'node:assert/strict';
import { it } from 'node:test';
import { textTable } from './text-table.ts';

it('lays out columns as wide as their widest cell, without blanks at the end', () => {
  assert.equal(
    textTable(['Who', 'Password'], [['ada@example.com', 'secret'], ['bo']]),
    [
      '  Who              Password',
      '  ---              --------',
      '  ada@example.com  secret',
      '  bo',
    ].join('\n'),
  );
});
