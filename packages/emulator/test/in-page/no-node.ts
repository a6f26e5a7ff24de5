/** What stands for modules of Node in a page: tests that call it are left out there. */

function absent(): never {
  throw new Error('A page has no modules of Node.');
}

export { absent as connect, absent as DatabaseSync, absent as join, absent as mkdtemp };
export { absent as request, absent as rm, absent as text, absent as tmpdir };
