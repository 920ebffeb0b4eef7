import { area, domain } from '../blueprint';
import { squad } from './squad';

export const PAYMENT_AREAS = [
  area('payments', 'Payments', 'Money in motion, domestic and abroad.', [
    domain(
      'payment-hub',
      'Payment Hub',
      'Acceptance, routing and execution of payments.',
      [
        squad(
          'payment-orders',
          'Payment Orders',
          'Accepts payment orders from every channel and validates them.',
          'payment-order beneficiary',
          'account-ledger payment-routing payment-screening customer-authentication',
        ),
        squad(
          'payment-routing',
          'Payment Routing',
          'Picks the scheme that is fastest, cheapest and open.',
          'route scheme',
          'sepa-payments instant-payments swift-gateway',
        ),
        squad(
          'standing-orders',
          'Standing Orders',
          'Recurring and future-dated payments.',
          'standing-order execution',
          'payment-orders',
        ),
        squad(
          'direct-debits',
          'Direct Debits',
          'Mandates, collections and refunds.',
          'mandate collection',
          'account-ledger sepa-payments',
        ),
        squad(
          'payment-investigations',
          'Payment Investigations',
          'Recalls, returns and "where is my money".',
          'investigation recall',
          'account-ledger document-archive',
        ),
      ],
    ),
    domain(
      'clearing',
      'Clearing & Settlement',
      'The connections to schemes and central banks.',
      [
        squad(
          'sepa-payments',
          'SEPA Payments',
          'Credit transfers and collections in files and cycles.',
          'transfer clearing-file',
          'account-ledger',
        ),
        squad(
          'instant-payments',
          'Instant Payments',
          'Ten seconds, day and night, or an honest no.',
          'instant-transfer confirmation',
          'account-ledger',
        ),
        squad(
          'swift-gateway',
          'SWIFT Gateway',
          'Cross-border messages in MX and what is left of MT.',
          'message correspondent',
          'account-ledger',
        ),
        squad(
          'settlement',
          'Settlement',
          'Positions at the central bank and their funding.',
          'position settlement-cycle',
          'liquidity',
        ),
        squad(
          'foreign-exchange',
          'Foreign Exchange',
          'Rates, conversion and hedging of customer flows.',
          'fx-rate conversion',
          'market-data',
        ),
      ],
    ),
    domain(
      'merchant-services',
      'Merchant Services',
      'Taking payments on behalf of merchants.',
      [
        squad(
          'acquiring',
          'Acquiring',
          'Card acceptance in shops and online.',
          'merchant transaction',
          'card-clearing',
        ),
        squad(
          'merchant-onboarding',
          'Merchant Onboarding',
          'Checks, contracts and terminals for new merchants.',
          'merchant-application contract',
          'customer-identification document-archive',
        ),
      ],
    ),
  ]),
  area(
    'corporate-banking',
    'Corporate Banking',
    'Businesses from the bakery to the listed group.',
    [
      domain(
        'business-banking',
        'Business Banking',
        'Small and medium businesses.',
        [
          squad(
            'business-onboarding',
            'Business Onboarding',
            'Companies, owners and signatories, checked.',
            'company signatory owner',
            'customer-identification customer-master',
          ),
          squad(
            'business-accounts',
            'Business Accounts',
            'Accounts with users, roles and limits.',
            'business-account user-role',
            'account-ledger',
          ),
          squad(
            'invoice-finance',
            'Invoice Finance',
            'Cash today for invoices due tomorrow.',
            'invoice advance',
            'credit-decisions',
          ),
        ],
      ),
      domain(
        'transaction-banking',
        'Transaction Banking',
        'Cash and trade for large clients.',
        [
          squad(
            'cash-management',
            'Cash Management',
            'Pooling, sweeps and liquidity views.',
            'cash-pool sweep',
            'account-ledger',
          ),
          squad(
            'host-to-host',
            'Host to Host',
            'Files and APIs between client systems and ours.',
            'file channel',
            'payment-orders statements',
          ),
          squad(
            'trade-finance',
            'Trade Finance',
            'Letters of credit and guarantees.',
            'letter-of-credit guarantee',
            'document-archive limit-management',
          ),
        ],
      ),
      domain(
        'markets',
        'Markets & Treasury',
        'Trading, treasury and their risk.',
        [
          squad(
            'trade-capture',
            'Trade Capture',
            'Deals of every desk, booked once.',
            'trade counterparty',
            'market-data securities-master',
          ),
          squad(
            'pricing-engine',
            'Pricing Engine',
            'Valuation of derivatives and bonds.',
            'valuation curve',
            'market-data',
          ),
          squad(
            'liquidity',
            'Liquidity',
            'Intraday and forecast liquidity of the bank.',
            'cash-flow buffer',
            'account-ledger',
          ),
          squad(
            'market-risk',
            'Market Risk',
            'Sensitivities, value at risk and limits.',
            'risk-figure scenario',
            'pricing-engine',
          ),
        ],
      ),
    ],
  ),
];
