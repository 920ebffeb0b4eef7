export interface Config {
  events?: {
    webhooks?: {
      /**
       * Requests per minute that one address may send to the webhook of one
       * host on one replica. Default 1200.
       */
      requestsPerMinute?: number;
    };
    modules?: {
      gitlab?: {
        /**
         * Signing token of a webhook, `whsec_…`. With it, only requests signed
         * by the Standard Webhooks specification are accepted; without it,
         * `webhookSecret` is compared with the secret token of the request.
         *
         * @visibility secret
         */
        webhookSigningToken?: string;
      };
    };
  };
}
