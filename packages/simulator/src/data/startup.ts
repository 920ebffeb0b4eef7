import { area, domain, system, team, type ProfileBlueprint } from './blueprint';

/** Tinker Labs: scheduling software for repair workshops, 50 engineers. */
export const STARTUP: ProfileBlueprint = {
  slug: 'tinker',
  name: 'Tinker Labs',
  description:
    'Planning and invoicing software for repair workshops, from bicycles to coffee machines.',
  emailDomain: 'tinker.example',
  engineers: 50,
  services: 30,
  age: 4,
  platformPms: 1,
  platformCoaches: 1,
  areas: [
    area('product', 'Product', 'What workshops and their customers use.', [
      domain(
        'workshop',
        'Workshop',
        "A workshop's day: appointments, jobs, parts.",
        [
          team(
            'scheduling',
            'Scheduling',
            'Gets the right job on the right bench at the right time.',
            [
              system(
                'scheduling',
                'Scheduling',
                'Appointments, benches and the people at them.',
                'appointment bench shift',
                'identity parts',
                [
                  [
                    'appointment-service',
                    'api+events',
                    'Books, moves and cancels appointments without double bookings.',
                  ],
                  [
                    'planner-web',
                    'web',
                    'The planning board that hangs on every workshop wall.',
                  ],
                  [
                    'booking-widget',
                    'web',
                    "Lets customers book on the workshop's own site.",
                  ],
                  [
                    'duration-model',
                    'ml',
                    'Estimates how long a repair takes from its description.',
                    'repair-estimate',
                  ],
                  [
                    'reminder-job',
                    'job',
                    'Reminds customers the evening before.',
                  ],
                ],
              ),
            ],
          ),
          team(
            'repairs',
            'Repairs',
            'Follows a repair from intake to pick-up.',
            [
              system(
                'repairs',
                'Repairs',
                'Repair jobs, their steps and photos.',
                'repair-job estimate inspection',
                'parts messaging identity',
                [
                  [
                    'repair-service',
                    'api+events',
                    'System of record for repair jobs and their estimates.',
                  ],
                  [
                    'bench-app',
                    'web',
                    'What mechanics use with greasy fingers: large buttons, works offline.',
                  ],
                  [
                    'photo-service',
                    'api',
                    'Stores intake and result photos and blurs number plates.',
                    'photo',
                  ],
                  [
                    'repair-timeline',
                    'worker',
                    'Builds the timeline customers see from repair events.',
                  ],
                ],
              ),
              system(
                'parts',
                'Parts',
                'Spare parts, stock and orders to wholesalers.',
                'part part-order',
                '',
                [
                  [
                    'parts-service',
                    'api+events',
                    'Parts stock per workshop and orders to wholesalers.',
                  ],
                  [
                    'wholesaler-gateway',
                    'api',
                    'One interface to five wholesalers.',
                    'wholesaler',
                  ],
                  [
                    'parts-import',
                    'job',
                    "Loads wholesalers' price lists every night.",
                  ],
                ],
              ),
            ],
          ),
        ],
      ),
      domain(
        'customer-experience',
        'Customer Experience',
        "How the workshop's customers see it.",
        [
          team(
            'customer-experience',
            'Customer Experience',
            "Messages, portal and reviews for the workshop's customers.",
            [
              system(
                'messaging',
                'Messaging',
                'SMS, e-mail and chat between workshop and customer.',
                'message thread',
                'identity',
                [
                  [
                    'message-service',
                    'api+events',
                    'Sends and receives messages and keeps them with the job.',
                  ],
                  [
                    'message-sender',
                    'worker',
                    'Delivers queued messages through two providers.',
                  ],
                  [
                    'customer-portal',
                    'web',
                    'Customers follow their repair, approve estimates and pay.',
                  ],
                  [
                    'review-collector',
                    'job',
                    'Asks for a review when the job went well.',
                  ],
                ],
              ),
            ],
          ),
        ],
      ),
    ]),
    area('business', 'Business', 'Money in, insight out.', [
      domain('billing', 'Billing', 'Invoices, payments and subscriptions.', [
        team('billing', 'Billing', 'Workshops get paid, and so do we.', [
          system(
            'invoicing',
            'Invoicing',
            'Workshop invoices and card payments.',
            'invoice payment',
            'repairs identity',
            [
              [
                'invoice-service',
                'api+events',
                'Invoices of workshops, numbered the way tax offices like it.',
              ],
              ['payment-service', 'api', 'Card terminals and online payments.'],
              [
                'accounting-export',
                'job',
                'Exports bookings in the formats accountants ask for.',
              ],
            ],
          ),
          system(
            'subscriptions',
            'Subscriptions',
            'Plans and usage of our own customers.',
            'subscription plan',
            'identity',
            [
              [
                'subscription-service',
                'api',
                'Plans, trials and upgrades of workshops.',
              ],
              [
                'usage-meter',
                'pipeline',
                'Counts jobs and messages per workshop for billing.',
              ],
            ],
          ),
        ]),
      ]),
      domain('insight', 'Insight', 'Data for workshops and for us.', [
        team('insight', 'Insight', 'Turns workshop data into advice.', [
          system(
            'reporting',
            'Reporting',
            'Reports for owners and product analytics.',
            'report metric',
            'repairs',
            [
              [
                'report-service',
                'api',
                'Utilisation, margin and waiting time per workshop.',
              ],
              [
                'warehouse-sync',
                'pipeline',
                'Copies domain events to the warehouse every ten minutes.',
              ],
              [
                'parts-forecast',
                'ml',
                'Suggests which parts to stock before the season starts.',
              ],
            ],
          ),
        ]),
      ]),
    ]),
    area('platform', 'Platform', 'The ground the product stands on.', [
      domain('platform', 'Platform', 'Delivery, identity and operations.', [
        team(
          'developer-platform',
          'Developer Platform',
          'Small team, paved paths, few exceptions.',
          [
            system(
              'identity',
              'Identity',
              'Accounts, workshops and permissions.',
              'account workshop invitation',
              '',
              [
                [
                  'identity-service',
                  'api+events',
                  'Accounts, workshops and who may do what in them.',
                ],
                [
                  'auth-sdk',
                  'lib',
                  'Token verification and permission checks for services.',
                ],
              ],
            ),
            system(
              'delivery',
              'Delivery',
              'Build, deploy, observe.',
              'deployment environment',
              '',
              [
                [
                  'deploy-bot',
                  'worker',
                  'Deploys what is merged and reports back.',
                ],
                [
                  'service-kit',
                  'lib',
                  'Logging, tracing, health and configuration for every service.',
                ],
                ['cost-report', 'job', 'Cloud cost by service, every Monday.'],
              ],
            ),
          ],
        ),
      ]),
    ]),
  ],
};
