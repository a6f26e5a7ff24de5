/** The places at which a text shows a key: all keys of these tests have `leaks` in them, in whatever encoding. */
export function findLeaks(text: string): readonly string[] {
  // As bytes: how Node prints a buffer, and JSON a list of numbers.
  const word = /.{0,40}(?:leaks|6c 65 61 6b 73|108,\s*101,\s*97,\s*107,\s*115).{0,20}/gs;
  const plain = [...text.matchAll(word)].map(([place]) => place);
  const encoded = [...text.matchAll(/[\w+/-]{10,}/g)].flatMap(([run]) =>
    // A run may begin with letters that belong to no Base64.
    [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64').toString('latin1')),
  );
  return [...plain, ...encoded.filter((decoded) => decoded.includes('leaks'))];
}
