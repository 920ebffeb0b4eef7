import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

/** One DER value: tag, length, content. */
function der(tag, ...contents) {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
      ? [0x81, length]
      : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...contents) => der(0x30, ...contents);
const bytes = hex => Buffer.from(hex, 'hex');
const oid = hex => der(0x06, bytes(hex));
const utcTime = date =>
  der(
    0x17,
    Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`),
  );

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const COMMON_NAME = oid('550403');
const SUBJECT_ALTERNATIVE_NAME = oid('551d11');
const BASIC_CONSTRAINTS = oid('551d13');
const TRUE = der(0x01, Buffer.from([0xff]));
const DAY_MS = 24 * 60 * 60 * 1000;

/** A name made of one common name (RFC 5280, section 4.1.2.4). */
const name = text =>
  sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text)))));

/** Extensions: its own authority, for 127.0.0.1 and localhost. */
const extensions = der(
  0xa3,
  sequence(
    sequence(BASIC_CONSTRAINTS, TRUE, der(0x04, sequence(TRUE))),
    sequence(
      SUBJECT_ALTERNATIVE_NAME,
      der(
        0x04,
        sequence(
          der(0x87, Buffer.from([127, 0, 0, 1])),
          der(0x82, Buffer.from('localhost')),
        ),
      ),
    ),
  ),
);

/** A certificate for this machine that signs itself, valid for a day: `{ key, certificate }` in PEM. */
export function selfSignedCertificate(commonName) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const now = Date.now();
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), // version 3
    der(0x02, Buffer.from([1])), // serial number
    ECDSA_WITH_SHA256,
    name(commonName),
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + DAY_MS))),
    name(commonName),
    publicKey,
    extensions,
  );
  const signature = sign('sha256', toBeSigned, createPrivateKey(privateKey));
  const certificate = sequence(
    toBeSigned,
    ECDSA_WITH_SHA256,
    der(0x03, Buffer.from([0]), signature),
  );
  const lines = certificate.toString('base64').match(/.{1,64}/g);
  return {
    key: privateKey,
    certificate: [
      '-----BEGIN CERTIFICATE-----',
      ...lines,
      '-----END CERTIFICATE-----',
      '',
    ].join('\n'),
  };
}
