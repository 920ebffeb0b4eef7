/**
 * An address that tools call which have no token of the portal: they prove who
 * they are by what they send. It is served by the plugin itself, not by the
 * contract's router; here it is so that documents and tables name it.
 */
export interface Webhook {
  /** Of a POST, below `/api/<pluginId>`. */
  path: string;
  summary: string;
  /** The headers of which one proves the sender, as the tool writes them. */
  proof: readonly string[];
  /** Where the secrets are configured; without any the address is closed. */
  secrets: string;
  /** Bound of the request body in bytes. */
  maxBodyBytes: number;
}
