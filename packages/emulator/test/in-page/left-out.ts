/** The tests of what a page hasn't, by their files. All others run in a page as well. */
export const filesLeftOut: Readonly<Record<string, string>> = {
  'comparable.test.ts': 'beside node:sqlite',
  'connections.test.ts': 'sockets',
  'create-emulator.test.ts': 'behind a server of Node',
  'database.test.ts': 'files',
  'derived.test.ts': 'files',
  'errors.test.ts': 'another copy of the package',
  'full-disk.test.ts': 'files',
  'in-page.test.ts': 'starts the browser',
  'own-endpoints.test.ts': 'headers that a page may not set',
  'php-clients.test.ts': 'sockets',
  'read-only-media.test.ts': 'files',
  'rebilly-js-sdk.test.ts': 'XMLHttpRequest, which goes to the network',
  'web-pages.test.ts': 'headers that a page may not set',
};

/** Likewise, by their titles. */
export const testsLeftOut: Readonly<Record<string, string>> = {
  'they are for no web page, and for nobody without a key': 'headers that a page may not set',
  'one that others can reach answers none, and whoever holds it can use it all the same': 'a host name',
  'an emulator needs somebody who may use it': 'a server',
  'a closing emulator does not wait for a late answer': 'a server',
  'half of an answer comes before the connection is broken off': 'the words are those of Node',
  'they outlive the emulator in its file, and their numbers go on': 'files',
  'a file of an emulator that knew no events gets some': 'files',
  'the last ten thousand are kept, and fewer where merged customers are large': 'files',
  'is answered as GET is, without the body': 'sockets',
  'HEAD is logged as what it is, and struck by the faults of GET': 'sockets',
  'the slashes of ': 'sockets',
  'the handler without a server breaks off too': 'the words are those of Node',
};
