/**
 * Removes whatever could be a secret from text that git wrote: user info in
 * URLs, authorization headers, and query strings of signed URLs.
 */
export function redact(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s/@'"]*@/gi, '$1')
    .replace(/(authorization:\s*\w+\s+)\S+/gi, '$1***')
    .replace(/([?&](?:[\w-]*token|key|signature|secret)=)[^\s&'"]+/gi, '$1***');
}
