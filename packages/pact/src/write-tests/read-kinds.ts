import type { Place } from '@customer-contracts/schemas/plain';
import type { Kinds } from '@customer-contracts/schemas/shapes';

import { always, type Reading } from './reading.ts';

/**
 * What a test reads of answers that were recorded: the documented members that came, those that not every answer had as
 * optional. `undefined` where nothing came that the API documents.
 */
export function readKinds(documented: Place, seen: Kinds): Reading | undefined {
  const { shape, isNullable } = documented;
  const as = (reading: Reading): Reading => ({
    ...reading,
    isNullable: isNullable || seen.isNullable,
    isOptional: seen.isOptional,
  });
  switch (shape.kind) {
    case 'string':
      return isNullAlone(seen) || seen.text ? as(always({ kind: 'text' })) : undefined;
    case 'number':
      return isNullAlone(seen) || seen.number ? as(always({ kind: 'number' })) : undefined;
    case 'boolean':
      return isNullAlone(seen) || seen.boolean ? as(always({ kind: 'boolean' })) : undefined;
    case 'constant':
      return as(always({ kind: 'value', value: shape.value }));
    case 'list': {
      if (!seen.list) return undefined;
      const element = seen.list.element.isUnsaid ? undefined : readKinds(shape.element, seen.list.element);
      return as(always({ kind: 'list', element: element ?? always({ kind: 'anything' }) }));
    }
    case 'object': {
      if (!seen.object) return undefined;
      const members = Object.entries(shape.members).flatMap(([name, member]) => {
        const own = Object.hasOwn(seen.object?.members ?? {}, name) ? seen.object?.members[name] : undefined;
        const reading = own && readKinds(member, own);
        return reading === undefined ? [] : [[name, reading] as const];
      });
      return as(always({ kind: 'object', members: new Map(members) }));
    }
    case 'map':
      return seen.object ? as(always({ kind: 'map' })) : undefined;
    case 'anything':
      return as(always({ kind: 'anything' }));
    default:
      return shape satisfies never;
  }
}

/** Whether nothing but null came. */
function isNullAlone({ isNullable, text, number, boolean, list, object }: Kinds): boolean {
  return isNullable && ![text, number, boolean, list, object].some((kind) => kind !== undefined);
}
