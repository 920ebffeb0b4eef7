import { area, domain, system, team, type ProfileBlueprint } from './blueprint';

/** Fernway: an online department store for home and garden, 300 engineers. */
export const ECOMMERCE: ProfileBlueprint = {
  slug: 'fernway',
  name: 'Fernway',
  description:
    'Online department store for home and garden, selling in eleven European markets.',
  emailDomain: 'fernway.example',
  engineers: 300,
  services: 129,
  age: 11,
  platformPms: 2,
  platformCoaches: 3,
  areas: [
    area(
      'shopping',
      'Shopping',
      'Everything a shopper sees before the basket.',
      [
        domain(
          'browse',
          'Browse',
          'Landing, searching, comparing: how shoppers find what they came for.',
          [
            team(
              'storefront',
              'Storefront',
              'Builds the shop front on the web and keeps it fast in every market.',
              [
                system(
                  'storefront',
                  'Storefront',
                  'The shop front on the web: home, category and product pages.',
                  'page banner menu',
                  'search product-information pricing basket accounts recommendations',
                  [
                    [
                      'storefront-web',
                      'web',
                      'Server-rendered shop front for browsers; every shopper on the web lands here first.',
                    ],
                    [
                      'storefront-graph',
                      'graph',
                      'GraphQL gateway that composes product, price, stock and basket data for the shop front and the apps.',
                    ],
                    [
                      'content-service',
                      'api+events',
                      'Stores editorial pages, banners and navigation menus and publishes them on schedule.',
                    ],
                    [
                      'content-studio',
                      'web',
                      'Where editors arrange pages, preview them per market and plan when they go live.',
                    ],
                    [
                      'design-system',
                      'lib',
                      'Fernway components, tokens and icons shared by every web front end.',
                    ],
                    [
                      'image-proxy',
                      'api',
                      'Resizes and converts product and editorial images at the edge.',
                      'image',
                    ],
                  ],
                ),
              ],
            ),
            team(
              'mobile-apps',
              'Mobile Apps',
              'Ships the iOS and Android apps and the gateway behind them.',
              [
                system(
                  'mobile',
                  'Mobile',
                  'The iOS and Android shopping apps and what they need on the server.',
                  'device app-release push-token',
                  'search basket accounts orders',
                  [
                    [
                      'app-gateway',
                      'api',
                      'Gateway of the mobile apps: one round trip per screen, versioned per app release.',
                      'screen',
                    ],
                    [
                      'app-config-service',
                      'api',
                      'Tells each installed app which features and texts it should show.',
                      'app-setting',
                    ],
                    [
                      'push-dispatcher',
                      'worker',
                      'Sends push messages to devices and forgets tokens that no longer answer.',
                      'push-token',
                    ],
                    [
                      'app-crash-ingest',
                      'pipeline',
                      'Collects crash reports of the apps and groups them by release and screen.',
                    ],
                  ],
                ),
              ],
            ),
            team(
              'search',
              'Search',
              'Owns finding: the index, the ranking and the words shoppers use.',
              [
                system(
                  'search',
                  'Search',
                  'Full-text search, facets and suggestions over the whole assortment.',
                  'query suggestion synonym',
                  'product-information pricing stock',
                  [
                    [
                      'search-service',
                      'api',
                      'Answers search queries with facets and sorting in under 80 ms.',
                    ],
                    [
                      'search-indexer',
                      'worker',
                      'Keeps the search index in step with product, price and stock changes.',
                    ],
                    [
                      'search-ranking',
                      'ml',
                      'Learns to rank results from clicks and purchases, per market.',
                    ],
                    [
                      'search-suggest',
                      'api',
                      'Completes what the shopper types, tolerant of spelling mistakes.',
                    ],
                    [
                      'search-tuning',
                      'web',
                      'Merchandisers pin products, maintain synonyms and compare rankings here.',
                    ],
                    [
                      'query-log-pipeline',
                      'pipeline',
                      'Turns anonymous query logs into training data and zero-result reports.',
                    ],
                  ],
                ),
              ],
            ),
            team(
              'discovery',
              'Discovery',
              'Helps shoppers find what they did not know to look for.',
              [
                system(
                  'recommendations',
                  'Recommendations',
                  'Personal and product-to-product recommendations.',
                  'recommendation placement',
                  'product-information stock',
                  [
                    [
                      'recommendation-service',
                      'api',
                      'Serves recommendations for a placement, with a fallback to best-sellers.',
                    ],
                    [
                      'recommendation-model',
                      'ml',
                      'Scores product affinity from the last 90 days of sessions.',
                    ],
                    [
                      'recommendation-training',
                      'pipeline',
                      'Trains and evaluates the affinity model every night.',
                    ],
                  ],
                ),
                system(
                  'reviews',
                  'Reviews',
                  'Ratings, reviews and questions about products.',
                  'review rating question',
                  'product-information',
                  [
                    [
                      'review-service',
                      'api+events',
                      'Collects, moderates and serves product reviews and ratings.',
                    ],
                    [
                      'review-moderation',
                      'ml',
                      'Flags reviews that are abusive, fake or about delivery instead of the product.',
                    ],
                    [
                      'review-invitations',
                      'job',
                      'Invites customers to review what they received ten days ago.',
                    ],
                  ],
                ),
              ],
            ),
          ],
        ),
        domain(
          'catalogue',
          'Catalogue',
          'What Fernway sells, at which price, from whom.',
          [
            team(
              'product-information',
              'Product Information',
              'Keeps product data complete, correct and translated.',
              [
                system(
                  'product-information',
                  'Product Information',
                  'The single source of product data, variants, media and translations.',
                  'product variant category',
                  '',
                  [
                    [
                      'product-service',
                      'api+events',
                      'Single source of product data; every other domain reads products here.',
                    ],
                    [
                      'product-import',
                      'worker',
                      'Reads supplier feeds, maps them to our attributes and rejects what is incomplete.',
                    ],
                    [
                      'product-studio',
                      'web',
                      'Where category managers enrich, translate and release products.',
                    ],
                    [
                      'media-service',
                      'api',
                      'Stores product photos and videos and hands out stable addresses for them.',
                      'media-file',
                    ],
                    [
                      'taxonomy-service',
                      'api',
                      'Categories, attributes and their allowed values.',
                      'category',
                    ],
                    [
                      'product-schema',
                      'lib',
                      'Types and validation of product data, shared by readers and writers.',
                    ],
                    [
                      'translation-job',
                      'job',
                      'Sends new product texts to translation and collects the results.',
                    ],
                  ],
                ),
                system(
                  'suppliers',
                  'Suppliers',
                  'Supplier master data, contracts and the supplier portal.',
                  'supplier contract feed',
                  'product-information',
                  [
                    [
                      'supplier-service',
                      'api',
                      'Supplier master data, contacts and agreed terms.',
                    ],
                    [
                      'supplier-portal',
                      'web',
                      'Suppliers upload feeds, see errors and confirm purchase orders here.',
                    ],
                  ],
                ),
              ],
            ),
            team(
              'pricing',
              'Pricing',
              'Decides what things cost, and can explain why.',
              [
                system(
                  'pricing',
                  'Pricing',
                  'Prices per market, customer group and moment.',
                  'price price-rule',
                  'product-information',
                  [
                    [
                      'price-service',
                      'api+events',
                      'Answers what a product costs now, for this customer, in this market.',
                    ],
                    [
                      'price-rules-engine',
                      'worker',
                      'Recalculates prices when costs, rules or competitors change.',
                    ],
                    [
                      'price-elasticity',
                      'ml',
                      'Estimates how demand reacts to price, to propose better ones.',
                    ],
                    [
                      'competitor-prices',
                      'pipeline',
                      "Collects competitors' prices from licensed feeds every four hours.",
                      'competitor-price',
                    ],
                    [
                      'pricing-desk',
                      'web',
                      'Pricing managers review proposals and approve price changes.',
                    ],
                  ],
                ),
                system(
                  'promotions',
                  'Promotions',
                  'Vouchers, discounts and campaigns with a budget.',
                  'promotion voucher discount',
                  'pricing',
                  [
                    [
                      'promotion-service',
                      'api+events',
                      'Evaluates which promotions apply to a basket and what they take off.',
                    ],
                    [
                      'voucher-service',
                      'api',
                      'Issues, redeems and voids voucher codes, each exactly once.',
                      'voucher',
                    ],
                    [
                      'promotion-budget-job',
                      'job',
                      'Stops promotions whose budget is used up.',
                    ],
                  ],
                ),
              ],
            ),
          ],
        ),
      ],
    ),
    area('ordering', 'Ordering', 'From the basket to a paid order.', [
      domain(
        'ordering',
        'Ordering',
        'Baskets, checkout and the life of an order.',
        [
          team(
            'checkout',
            'Checkout',
            'Gets a shopper from basket to order without doubts.',
            [
              system(
                'basket',
                'Basket',
                'Baskets and wish lists, on every device of the shopper.',
                'basket basket-item wish-list',
                'product-information pricing promotions stock',
                [
                  [
                    'basket-service',
                    'api+events',
                    "Keeps the shopper's basket across devices and merges it at sign-in.",
                  ],
                  [
                    'wish-list-service',
                    'api',
                    'Wish lists that can be shared, with a notice when something is back in stock.',
                  ],
                  [
                    'basket-expiry-job',
                    'job',
                    'Removes baskets nobody has touched for 60 days.',
                  ],
                ],
              ),
              system(
                'checkout',
                'Checkout',
                'The steps between basket and order.',
                'checkout-session delivery-option',
                'basket payments delivery accounts fraud',
                [
                  [
                    'checkout-service',
                    'api+events',
                    'Runs a checkout session: address, delivery, payment, confirmation.',
                  ],
                  [
                    'checkout-web',
                    'web',
                    'The checkout pages; measured by how few people leave them.',
                  ],
                  [
                    'address-validation',
                    'api',
                    'Checks and completes delivery addresses in eleven countries.',
                    'address',
                  ],
                  [
                    'checkout-analytics',
                    'pipeline',
                    'Where and why shoppers leave the checkout, by market and device.',
                  ],
                ],
              ),
            ],
          ),
          team(
            'orders',
            'Orders',
            'Owns the truth about every order after it is placed.',
            [
              system(
                'orders',
                'Orders',
                'Orders and their state from placement to completion.',
                'order order-line',
                'payments stock delivery',
                [
                  [
                    'order-service',
                    'api+events',
                    'System of record for orders; every state change is published as an event.',
                  ],
                  [
                    'order-orchestrator',
                    'worker',
                    'Drives an order through payment, picking and delivery, and compensates when a step fails.',
                  ],
                  [
                    'order-history',
                    'api',
                    'Read model behind "My orders" and customer care, seven years deep.',
                  ],
                  [
                    'order-export-job',
                    'job',
                    'Hands completed orders to accounting every night.',
                  ],
                  [
                    'order-console',
                    'web',
                    'Operations staff inspect and correct stuck orders here.',
                  ],
                  [
                    'order-events-client',
                    'lib',
                    'Typed consumer of order events, with replay and idempotency built in.',
                  ],
                ],
              ),
            ],
          ),
        ],
      ),
      domain(
        'payments',
        'Payments',
        'Taking money, giving it back, and proving both.',
        [
          team(
            'payments',
            'Payments',
            'Takes payments with eight methods and never twice.',
            [
              system(
                'payments',
                'Payments',
                'Authorisation, capture and refund with every payment method.',
                'payment refund payment-method',
                '',
                [
                  [
                    'payment-service',
                    'api+events',
                    'Authorises, captures and refunds payments, idempotent to the last cent.',
                  ],
                  [
                    'payment-gateway',
                    'api',
                    'Adapters to the payment providers, with fail-over between two acquirers.',
                  ],
                  [
                    'payment-webhooks',
                    'worker',
                    'Receives provider notifications and brings payments to their final state.',
                  ],
                  [
                    'payment-reconciliation',
                    'job',
                    'Compares provider settlements with our ledger every morning.',
                  ],
                  [
                    'card-vault',
                    'api',
                    'Stores card tokens in the segment that auditors care about.',
                    'card-token',
                  ],
                  [
                    'instalment-service',
                    'api',
                    'Pay-in-three plans and their schedules.',
                    'instalment-plan',
                  ],
                ],
              ),
            ],
          ),
          team(
            'billing',
            'Billing',
            'Invoices, credit notes and tax, correct in every country.',
            [
              system(
                'billing',
                'Billing',
                'Invoices, credit notes and VAT.',
                'invoice credit-note tax-rate',
                'payments',
                [
                  [
                    'invoice-service',
                    'api+events',
                    'Creates invoices and credit notes, numbered without gaps.',
                  ],
                  [
                    'tax-service',
                    'api',
                    'VAT rates and rules per country, product group and date.',
                    'tax-rate',
                  ],
                  [
                    'invoice-renderer',
                    'worker',
                    'Renders invoices as archive-grade PDF and stores them.',
                  ],
                  [
                    'ledger-export',
                    'job',
                    "Posts the day's documents to the finance system.",
                  ],
                  [
                    'revenue-reporting',
                    'pipeline',
                    'Revenue by market, channel and category, agreed with finance.',
                  ],
                ],
              ),
            ],
          ),
          team('fraud', 'Fraud', 'Stops fraud without stopping customers.', [
            system(
              'fraud',
              'Fraud',
              'Risk decisions on orders, accounts and payments.',
              'risk-check risk-rule case',
              'payments',
              [
                [
                  'fraud-decision',
                  'api+events',
                  'Accepts, reviews or declines an order in 150 ms and says which signals decided.',
                ],
                [
                  'fraud-model',
                  'ml',
                  'Gradient-boosted risk score, retrained every week.',
                ],
                [
                  'fraud-features',
                  'pipeline',
                  'Streams device, velocity and history features for the risk score.',
                ],
                [
                  'fraud-desk',
                  'web',
                  'Analysts work through cases that need a human decision.',
                ],
              ],
            ),
          ]),
        ],
      ),
    ]),
    area(
      'fulfilment',
      'Fulfilment',
      'From a paid order to a parcel at the door, and back.',
      [
        domain(
          'fulfilment',
          'Fulfilment',
          'Stock, warehouses, carriers and returns.',
          [
            team(
              'inventory',
              'Inventory',
              'Knows what is where, and what has been promised.',
              [
                system(
                  'stock',
                  'Stock',
                  'Stock levels, reservations and availability promises.',
                  'stock-level reservation',
                  'product-information',
                  [
                    [
                      'stock-service',
                      'api+events',
                      'Stock per product and location, with reservations that expire.',
                    ],
                    [
                      'availability-service',
                      'api',
                      'Answers "can it be delivered by Friday?" for product pages and checkout.',
                      'availability',
                    ],
                    [
                      'stock-ledger',
                      'worker',
                      'Books every movement of goods; stock levels are its running total.',
                    ],
                    [
                      'replenishment-forecast',
                      'ml',
                      'Forecasts demand per product and week to propose purchase orders.',
                    ],
                    [
                      'stock-count-job',
                      'job',
                      'Compares book stock with counted stock and reports differences.',
                    ],
                  ],
                ),
              ],
            ),
            team(
              'warehouse',
              'Warehouse',
              'Software for four warehouses and the people in them.',
              [
                system(
                  'warehouse',
                  'Warehouse',
                  'Picking, packing and goods-in for our four warehouses.',
                  'pick-task package bin',
                  'stock orders',
                  [
                    [
                      'picking-service',
                      'api+events',
                      'Plans picking routes and hands tasks to handheld devices.',
                      'pick-task',
                    ],
                    [
                      'packing-station',
                      'web',
                      'The screen at every packing table: scan, weigh, print, next.',
                    ],
                    [
                      'goods-in-service',
                      'api',
                      'Registers deliveries of suppliers and directs pallets to bins.',
                      'goods-receipt',
                    ],
                    [
                      'conveyor-bridge',
                      'worker',
                      'Talks to the conveyor controllers and survives their restarts.',
                    ],
                    [
                      'label-printer',
                      'api',
                      'Renders shipping labels in the dialect of every printer we own.',
                      'label',
                    ],
                  ],
                ),
              ],
            ),
            team(
              'delivery',
              'Delivery',
              'Carriers, slots and the "where is my parcel" question.',
              [
                system(
                  'delivery',
                  'Delivery',
                  'Carriers, delivery slots, shipments and tracking.',
                  'shipment delivery-slot carrier',
                  '',
                  [
                    [
                      'shipment-service',
                      'api+events',
                      'Books shipments with carriers and keeps their tracking state.',
                    ],
                    [
                      'slot-service',
                      'api',
                      'Offers delivery slots from vehicle capacity and promises them once.',
                      'delivery-slot',
                    ],
                    [
                      'carrier-gateway',
                      'api',
                      'One interface to nine carriers with nine opinions.',
                    ],
                    [
                      'tracking-poller',
                      'worker',
                      'Polls carriers that do not push, politely and with back-off.',
                    ],
                    [
                      'route-optimiser',
                      'ml',
                      'Plans two-person delivery tours for large furniture.',
                    ],
                    [
                      'tracking-web',
                      'web',
                      'The page behind the link in every shipping e-mail.',
                    ],
                  ],
                ),
              ],
            ),
            team(
              'returns',
              'Returns',
              'Makes sending something back as calm as buying it.',
              [
                system(
                  'returns',
                  'Returns',
                  'Return requests, inspection and refunds.',
                  'return-request inspection',
                  'orders payments delivery',
                  [
                    [
                      'return-service',
                      'api+events',
                      'Registers returns, decides on refunds and triggers them.',
                    ],
                    [
                      'return-portal',
                      'web',
                      'Customers announce a return and print its label here.',
                    ],
                    [
                      'inspection-app',
                      'web',
                      'Warehouse staff grade returned goods with photos.',
                    ],
                    [
                      'return-reasons',
                      'pipeline',
                      'Why things come back, reported to category managers every week.',
                    ],
                  ],
                ),
              ],
            ),
          ],
        ),
      ],
    ),
    area('customer', 'Customer', 'Knowing, helping and keeping customers.', [
      domain('customer', 'Customer', 'Accounts, consent, care and loyalty.', [
        team(
          'identity',
          'Identity',
          'Sign-in that is safe and hardly noticed.',
          [
            system(
              'accounts',
              'Accounts',
              'Customer accounts, sign-in and consent.',
              'account session consent',
              '',
              [
                [
                  'account-service',
                  'api+events',
                  'Customer master data, addresses and preferences.',
                ],
                [
                  'sign-in-service',
                  'api',
                  'Sign-in with password, passkey or one-time link; sessions and their revocation.',
                  'session',
                ],
                [
                  'consent-service',
                  'api',
                  'Records what a customer agreed to, when, and with which text.',
                ],
                ['account-web', 'web', 'The "My account" pages.'],
                [
                  'account-erasure-job',
                  'job',
                  'Executes erasure requests across systems and keeps the proof.',
                ],
                [
                  'session-sdk',
                  'lib',
                  'Verifies sessions in services, with key rotation handled.',
                ],
              ],
            ),
          ],
        ),
        team(
          'loyalty',
          'Loyalty',
          'Fern Club: points, tiers and reasons to come back.',
          [
            system(
              'loyalty',
              'Loyalty',
              'The Fern Club: points, tiers and rewards.',
              'member points-booking reward',
              'accounts orders',
              [
                [
                  'loyalty-service',
                  'api+events',
                  'Points accounts, tiers and the rules that move members between them.',
                ],
                [
                  'reward-service',
                  'api',
                  'Catalogue of rewards and their redemption.',
                ],
                [
                  'points-accrual',
                  'worker',
                  'Books points for completed orders and takes them back for returns.',
                ],
                ['club-web', 'web', 'The Fern Club pages.'],
              ],
            ),
          ],
        ),
        team(
          'customer-care',
          'Customer Care',
          'Tools for 400 agents who answer in eight languages.',
          [
            system(
              'care',
              'Customer Care',
              "Cases, chat and the agents' workplace.",
              'case conversation macro',
              'accounts orders delivery returns',
              [
                [
                  'case-service',
                  'api+events',
                  'Customer cases from every channel, with service levels.',
                ],
                [
                  'agent-desk',
                  'web',
                  'The workplace of care agents: customer, orders and conversation on one screen.',
                ],
                [
                  'chat-service',
                  'api',
                  'Live chat with hand-over from the assistant to an agent.',
                  'conversation',
                ],
                [
                  'reply-assistant',
                  'ml',
                  'Proposes replies to agents, grounded in our help articles.',
                ],
                [
                  'mail-intake',
                  'worker',
                  'Turns incoming e-mail into cases and recognises the order meant.',
                ],
              ],
            ),
          ],
        ),
      ]),
      domain('marketing', 'Marketing', 'Reaching customers who asked for it.', [
        team(
          'marketing',
          'Marketing Technology',
          'Campaigns, segments and every message we send.',
          [
            system(
              'campaigns',
              'Campaigns',
              'Segments, campaigns and their measurement.',
              'campaign segment',
              'accounts product-information notifications',
              [
                [
                  'campaign-service',
                  'api',
                  'Plans campaigns, their audiences and their frequency caps.',
                ],
                [
                  'segment-builder',
                  'web',
                  'Marketers describe audiences here and see their size at once.',
                ],
                [
                  'segment-refresh',
                  'pipeline',
                  'Recomputes audience membership every hour.',
                ],
                [
                  'feed-exporter',
                  'job',
                  'Product feeds for search engines and marketplaces.',
                ],
              ],
            ),
            system(
              'notifications',
              'Notifications',
              'E-mail, SMS and push, sent once and on time.',
              'notification template',
              'accounts',
              [
                [
                  'notification-service',
                  'api+events',
                  'Accepts messages from every domain, respects consent and quiet hours, sends once.',
                ],
                [
                  'email-sender',
                  'worker',
                  'Renders and sends e-mail, and handles bounces.',
                ],
                [
                  'template-studio',
                  'web',
                  'Edit and preview message templates in all languages.',
                ],
              ],
            ),
          ],
        ),
      ]),
    ]),
    area('data', 'Data', 'Data that people can trust and find.', [
      domain('data', 'Data', 'The warehouse, experiments and insight.', [
        team(
          'data-platform',
          'Data Platform',
          'Runs the pipelines and the warehouse for everyone.',
          [
            system(
              'data-platform',
              'Data Platform',
              'Event collection, lake, warehouse and data quality.',
              'dataset event-schema',
              '',
              [
                [
                  'event-collector',
                  'api',
                  'Receives behavioural events from web and apps, 9,000 a second at peak.',
                  'event',
                ],
                [
                  'lake-ingest',
                  'pipeline',
                  'Writes event streams to the lake, partitioned and deduplicated.',
                ],
                [
                  'schema-registry',
                  'api',
                  'Versions event schemas and refuses changes that would break readers.',
                ],
                [
                  'data-quality',
                  'job',
                  'Checks freshness, volume and null rates of 600 tables.',
                ],
                [
                  'dataset-portal',
                  'web',
                  'Find a table, its owner, its meaning and whether it is fresh.',
                ],
              ],
            ),
          ],
        ),
        team(
          'insights',
          'Insights & Experimentation',
          'Answers "did it help?" with numbers that hold.',
          [
            system(
              'experimentation',
              'Experimentation',
              'A/B tests from assignment to decision.',
              'experiment assignment metric',
              'data-platform',
              [
                [
                  'experiment-service',
                  'api+events',
                  'Assigns visitors to variants, consistently and without a network call where possible.',
                ],
                [
                  'experiment-analysis',
                  'pipeline',
                  'Computes experiment results with sequential tests.',
                ],
                [
                  'experiment-console',
                  'web',
                  'Plan, start, watch and stop experiments.',
                ],
                [
                  'experiment-sdk',
                  'lib',
                  'Deterministic assignment for web and services.',
                ],
                [
                  'kpi-cube',
                  'job',
                  'The daily figures the company looks at in the morning.',
                ],
              ],
            ),
          ],
        ),
      ]),
    ]),
    area('platform', 'Platform', 'The ground every team builds on.', [
      domain(
        'platform',
        'Platform',
        'Paved paths from idea to running service.',
        [
          team(
            'developer-platform',
            'Developer Platform',
            'Builds the internal developer platform and treats developers as its customers.',
            [
              system(
                'delivery-platform',
                'Delivery Platform',
                'Build, deploy and environments as a self-service.',
                'deployment environment build',
                'runtime',
                [
                  [
                    'deploy-service',
                    'api+events',
                    'Promotes a build through environments and records who, what and when.',
                  ],
                  [
                    'environment-provisioner',
                    'worker',
                    'Creates and removes preview environments on request.',
                  ],
                  [
                    'build-cache',
                    'api',
                    'Remote cache that keeps the median build under four minutes.',
                  ],
                  [
                    'service-kit',
                    'lib',
                    'Logging, tracing, health and configuration that every service starts with.',
                  ],
                  [
                    'flag-service',
                    'api',
                    'Feature flags with an owner and an expiry date.',
                    'feature-flag',
                  ],
                ],
              ),
            ],
          ),
          team(
            'runtime',
            'Runtime & Reliability',
            'Clusters, observability and the practice of staying up.',
            [
              system(
                'runtime',
                'Runtime',
                'Clusters, networking, secrets and observability.',
                'cluster secret alert',
                '',
                [
                  [
                    'cluster-operator',
                    'worker',
                    'Keeps cluster add-ons at the version we tested.',
                  ],
                  [
                    'secret-broker',
                    'api',
                    'Short-lived credentials for workloads, rotated without restarts.',
                  ],
                  [
                    'telemetry-gateway',
                    'api',
                    'Receives traces, metrics and logs, samples them and routes them.',
                    'metric',
                  ],
                  [
                    'alert-router',
                    'worker',
                    'Sends alerts to the team on call, grouped and with a runbook link.',
                  ],
                  [
                    'cost-report',
                    'job',
                    'Cloud cost by team and service, every Monday.',
                  ],
                ],
              ),
            ],
          ),
        ],
      ),
    ]),
  ],
};
