import { area, domain, system, team } from '../blueprint';
import { squad } from './squad';

export const CORE_AREAS = [
  area(
    'core-banking',
    'Core Banking',
    'Ledger, customers and products: the records of the bank.',
    [
      domain('ledger', 'Ledger', 'What is owed to whom, to the cent.', [
        squad(
          'account-ledger',
          'Account Ledger',
          'Double-entry bookings and balances of 6 million accounts.',
          'booking balance ledger-account',
          '',
        ),
        squad(
          'general-ledger',
          'General Ledger',
          'Accounting rules, journals and month end.',
          'journal posting',
          'account-ledger',
        ),
        squad(
          'product-catalogue',
          'Product Catalogue',
          'Products, fees and conditions as data.',
          'product fee condition',
          '',
        ),
        squad(
          'fees',
          'Fees & Charges',
          'Calculates, waives and books fees.',
          'fee charge',
          'product-catalogue account-ledger',
        ),
      ]),
      domain(
        'customer',
        'Customer',
        'Who our customers are and how they are related.',
        [
          squad(
            'customer-master',
            'Customer Master',
            'Golden record of 2.4 million people and companies.',
            'customer address relationship',
            '',
          ),
          squad(
            'customer-identification',
            'Customer Identification',
            'Proof of identity by video, post or branch.',
            'identification document',
            'customer-master',
          ),
          squad(
            'customer-authentication',
            'Customer Authentication',
            'Sign-in and strong authentication for every channel.',
            'credential session challenge',
            'customer-master',
          ),
          squad(
            'consents',
            'Consents',
            'What customers agreed to, with which text.',
            'consent purpose',
            'customer-master',
          ),
          squad(
            'complaints',
            'Complaints',
            'Complaints and their deadlines, from every channel.',
            'complaint resolution',
            'customer-master document-archive',
          ),
          squad(
            'document-archive',
            'Document Archive',
            'Every document we must keep, findable and unalterable.',
            'document retention-rule',
            '',
          ),
        ],
      ),
    ],
  ),
  area(
    'financial-crime',
    'Financial Crime',
    'Keeping criminals out and customers safe.',
    [
      domain('fraud', 'Fraud', 'Fraud on cards, payments and accounts.', [
        squad(
          'card-fraud',
          'Card Fraud',
          'Scores card authorisations in 30 ms.',
          'fraud-score fraud-rule',
          'feature-store',
        ),
        squad(
          'payment-fraud',
          'Payment Fraud',
          'Stops scams without stopping rent.',
          'fraud-alert payment-profile',
          'feature-store',
        ),
        squad(
          'account-takeover',
          'Account Takeover',
          'Recognises devices and behaviour that do not fit.',
          'device-profile signal',
          'customer-authentication',
        ),
      ]),
      domain(
        'compliance',
        'Compliance',
        'Sanctions, money laundering and reporting.',
        [
          squad(
            'payment-screening',
            'Payment Screening',
            'Checks every payment against sanctions lists.',
            'screening-hit watch-list',
            '',
          ),
          squad(
            'customer-screening',
            'Customer Screening',
            'Screens customers at the start and every night.',
            'screening-case watch-list',
            'customer-master',
          ),
          squad(
            'transaction-monitoring',
            'Transaction Monitoring',
            'Finds patterns of money laundering.',
            'alert scenario',
            'account-ledger feature-store',
          ),
          squad(
            'kyc-reviews',
            'KYC Reviews',
            'Periodic reviews by risk, without nagging.',
            'review questionnaire',
            'customer-master customer-screening',
          ),
          squad(
            'case-management',
            'Case Management',
            'Investigations from alert to report.',
            'case finding',
            'document-archive',
          ),
        ],
      ),
    ],
  ),
  area(
    'finance-risk',
    'Finance & Regulatory',
    'Figures for management, auditors and supervisors.',
    [
      domain(
        'finance',
        'Finance',
        'Warehouse, planning and reporting of finance.',
        [
          squad(
            'finance-warehouse',
            'Finance Warehouse',
            'Reconciled positions of every product, every day.',
            'position snapshot',
            'general-ledger',
          ),
          squad(
            'regulatory-reporting',
            'Regulatory Reporting',
            'Returns to supervisors, on time and traceable.',
            'regulatory-return data-point',
            'finance-warehouse',
          ),
        ],
      ),
    ],
  ),
  area(
    'data-analytics',
    'Data & Analytics',
    'Data that can be trusted, models that can be explained.',
    [
      domain('data', 'Data', 'Lake, governance and features.', [
        squad(
          'data-lake',
          'Data Lake',
          'Ingest, storage and access with lineage.',
          'dataset ingest-run',
          '',
        ),
        squad(
          'data-governance',
          'Data Governance',
          'Owners, definitions and quality of critical data.',
          'data-element quality-rule',
          'data-lake',
        ),
        squad(
          'feature-store',
          'Feature Store',
          'Features for models, online and offline the same.',
          'feature entity',
          'data-lake',
        ),
        squad(
          'model-operations',
          'Model Operations',
          'Deploys models, watches drift, keeps the inventory.',
          'model deployment',
          'feature-store',
        ),
      ]),
      domain(
        'open-banking',
        'Open Banking',
        'Interfaces for third parties and partners.',
        [
          squad(
            'open-banking-gateway',
            'Open Banking Gateway',
            'Regulated account and payment interfaces.',
            'access-consent third-party',
            'customer-authentication payment-orders account-servicing',
          ),
        ],
      ),
    ],
  ),
  area(
    'technology',
    'Technology',
    'The platform, its security and its operation.',
    [
      domain(
        'platform',
        'Platform',
        'Paved paths from idea to running service.',
        [
          team(
            'developer-platform',
            'Developer Platform',
            'Builds the internal developer platform and treats 1,500 engineers as its customers.',
            [
              system(
                'delivery-platform',
                'Delivery Platform',
                'Build, deploy and environments as a self-service.',
                'deployment environment build',
                'container-platform',
                [
                  [
                    'deploy-service',
                    'api+events',
                    'Promotes builds through environments with the evidence auditors ask for.',
                  ],
                  [
                    'environment-provisioner',
                    'worker',
                    'Creates and removes test environments on request.',
                  ],
                  [
                    'service-kit',
                    'lib',
                    'Logging, tracing, health and configuration that every service starts with.',
                  ],
                  [
                    'change-evidence',
                    'api',
                    'Collects approvals, tests and scans of a change, so that nobody fills in forms.',
                  ],
                  [
                    'flag-service',
                    'api',
                    'Feature flags with an owner and an expiry date.',
                  ],
                ],
              ),
            ],
          ),
          squad(
            'container-platform',
            'Container Platform',
            'Clusters in two regions and the add-ons that belong in them.',
            'cluster namespace',
            'secrets',
          ),
          squad(
            'api-gateway',
            'API Gateway',
            'Traffic, quotas and certificates at the edge.',
            'route certificate',
            'secrets',
          ),
          squad(
            'event-streaming',
            'Event Streaming',
            'Topics, schemas and connectors.',
            'topic schema',
            '',
          ),
          squad(
            'observability',
            'Observability',
            'Traces, metrics, logs and the alerts made of them.',
            'alert dashboard',
            '',
          ),
          squad(
            'mainframe-bridge',
            'Mainframe Bridge',
            'Safe ways to and from the old core.',
            'copybook transaction',
            'event-streaming',
          ),
        ],
      ),
      domain(
        'security',
        'Security',
        'Protecting the bank from the outside and the inside.',
        [
          squad(
            'secrets',
            'Secrets & Keys',
            'Credentials, keys and hardware security modules.',
            'secret key',
            '',
          ),
          squad(
            'workforce-identity',
            'Workforce Identity',
            'Access of colleagues: granted, reviewed, removed.',
            'entitlement access-review',
            '',
          ),
          squad(
            'vulnerability-management',
            'Vulnerability Management',
            'Findings, owners and deadlines.',
            'finding exemption',
            '',
          ),
          squad(
            'security-monitoring',
            'Security Monitoring',
            'Detection and response around the clock.',
            'detection incident',
            'observability',
          ),
        ],
      ),
    ],
  ),
];
