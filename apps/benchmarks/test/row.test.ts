import { expect, test } from 'vitest';

import { inTurn, row } from '../src/row.ts';

test('a row has the medians, their ratio, and whether it meets the goal', () => {
  expect(row('work', 'ms', { ours: [9, 1, 2], peer: [4, 4, 4, 100] }, { atMost: 0.5 })).toEqual({
    work: 'work',
    ours: 2,
    peer: 4,
    unit: 'ms',
    ratio: 0.5,
    goal: '<= 0.5',
    met: true,
  });
  expect(row('work', 'requests/s', { ours: [99], peer: [10] }, { atLeast: 10 })).toMatchObject({
    goal: '>= 10',
    met: false,
  });
});

test('ours and the peer are measured in turn', async () => {
  const order: string[] = [];
  const measured = (name: string, figure: number) => async () => {
    order.push(name);
    return figure;
  };
  expect(await inTurn(2, measured('ours', 1), measured('peer', 2))).toEqual({ ours: [1, 1], peer: [2, 2] });
  expect(order).toEqual(['ours', 'peer', 'ours', 'peer']);
});
