import type { BaseOptions } from '@platformatic/kafka';

const FORM =
  /^kafka(?<tls>\+tls)?:\/\/(?:(?<user>[^:@/]+):(?<password>[^@/]*)@)?(?<brokers>[^/?@]+)\/?(?:\?(?<query>.*))?$/;

const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;

/**
 * Reads `kafka://host:9092,host:9092`, or, with TLS and a user,
 * `kafka+tls://user:password@host:9093?mechanism=SCRAM-SHA-512`.
 */
export function kafkaOptions(
  url: string,
): Pick<BaseOptions, 'bootstrapBrokers' | 'tls' | 'sasl'> {
  const groups = FORM.exec(url)?.groups;
  if (!groups?.brokers) {
    throw new Error(
      'BROKER_URL must have the form kafka[+tls]://[user:password@]host:port[,host:port][?mechanism=SCRAM-SHA-512]',
    );
  }
  return {
    bootstrapBrokers: groups.brokers.split(','),
    ...(groups.tls ? { tls: {} } : {}),
    ...(groups.user
      ? {
          sasl: {
            mechanism: mechanismOf(groups.query),
            username: decodeURIComponent(groups.user),
            password: decodeURIComponent(groups.password ?? ''),
          },
        }
      : {}),
  };
}

function mechanismOf(query: string | undefined): (typeof MECHANISMS)[number] {
  const asked = new URLSearchParams(query).get('mechanism') ?? 'SCRAM-SHA-512';
  const mechanism = MECHANISMS.find(known => known === asked);
  if (!mechanism) {
    throw new Error(
      `BROKER_URL: mechanism must be one of ${MECHANISMS.join(', ')}, not ${asked}`,
    );
  }
  return mechanism;
}
