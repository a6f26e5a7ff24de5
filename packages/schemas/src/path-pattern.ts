/**
 * What the path of an operation looks like, with or without the prefix `/organizations/{organizationId}`: a regular expression whose
 * groups are the path parameters, still encoded, and `organizationId`. No query.
 */
export function pathPattern(operation: { readonly path: string; readonly allowsTrailingSlash: boolean }): RegExp {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const end = operation.allowsTrailingSlash ? '/?' : '';
  return new RegExp(`^(?:/organizations/(?<organizationId>[^/]+))?${path}${end}$`);
}

/** The path of an operation in that of a URL: behind an old version, or whatever stands before `/organizations/`. */
export function pathInUrl(pathname: string): string {
  return pathname.replace(/^(?:\/v2\.1|.*(?=\/organizations\/[^/]+\/customers))/, '');
}
