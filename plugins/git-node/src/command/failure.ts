/**
 * Why a repository could not be read, in the words of whoever has to act:
 * `unauthorized` the credentials were refused, `not-found` the host does not
 * have it there (any more), `timeout` no answer in time, `corrupt` its objects are damaged,
 * `too-large` an answer above its bound, `unreachable` anything else.
 */
export type GitFailure =
  | 'unauthorized'
  | 'not-found'
  | 'timeout'
  | 'corrupt'
  | 'too-large'
  | 'unreachable';

/** What git, ssh and curl say, first match first. They speak English: LC_ALL is C. */
const SIGNS: [GitFailure, RegExp][] = [
  [
    'unauthorized',
    /authentication failed|could not read (?:username|password)|returned error: 40[13]\b|permission denied \(|http basic: access denied|invalid username or (?:password|token)|invalid credentials|host key verification failed/i,
  ],
  [
    'not-found',
    /returned error: (?:30\d|404|410)\b|repository '?.*'? not found|repository not found|does not appear to be a git repository|project you were looking for could not be found/i,
  ],
  [
    'timeout',
    /operation too slow|timed out|operation timed out|timeout was reached|too slow/i,
  ],
  [
    'corrupt',
    /\bcorrupt|bad object|bad tree object|not a tree object|unable to read tree|unable to read [0-9a-f]{40}|invalid sha1 pointer|loose object|inflate:|garbage at end|invalid object|object file .* is empty|did not match|packfile .* cannot be|could not parse (?:object|commit)|missing blob|missing tree/i,
  ],
];

/** Tells from git's own words what kind of failure it was. */
export function classifyFailure(stderr: string): GitFailure {
  return SIGNS.find(([, sign]) => sign.test(stderr))?.[0] ?? 'unreachable';
}
