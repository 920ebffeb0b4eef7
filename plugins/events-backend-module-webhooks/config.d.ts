export interface Config {
  events?: {
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
