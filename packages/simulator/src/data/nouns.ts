/**
 * What the business things look like, for API schemas, example payloads and
 * generated code. Looked up by the last word of a noun ('saved-basket' ->
 * 'basket'); everything else gets `FALLBACK`.
 */
export type FieldKind =
  | 'text'
  | 'code'
  | 'money'
  | 'count'
  | 'ratio'
  | 'flag'
  | 'date'
  | 'instant'
  | 'id'
  | 'email'
  | 'country'
  | 'url';

export interface Field {
  name: string;
  kind: FieldKind;
  about: string;
}

export interface NounShape {
  statuses: string[];
  fields: Field[];
}

/** 'customerId:id:Who placed it' */
const shape = (statuses: string, ...fields: string[]): NounShape => ({
  statuses: statuses.split(' '),
  fields: fields.map(text => {
    const [name, kind, about] = text.split(':');
    return { name, kind: kind as FieldKind, about };
  }),
});

export const FALLBACK = shape(
  'draft active archived',
  'name:text:Name as shown to people',
  'reference:code:Reference in the system it came from',
  'ownerId:id:Who is responsible for it',
  'validFrom:date:First day it applies',
);

const CASE = shape(
  'open waiting resolved closed',
  'subject:text:What it is about, in one line',
  'customerId:id:Whom it concerns',
  'priority:count:1 is most urgent',
  'assigneeId:id:Who works on it',
  'dueAt:instant:When an answer is owed',
);
const MONEY_MOVE = shape(
  'pending accepted settled rejected',
  'amount:money:Amount and currency',
  'accountId:id:Account it is booked on',
  'counterparty:text:Who is on the other side',
  'executionDate:date:Day it takes effect',
  'endToEndId:code:Reference that travels with it',
);
const CREDIT = shape(
  'applied approved active settled defaulted',
  'principal:money:Amount lent',
  'interestRate:ratio:Yearly rate, 0.05 is five per cent',
  'customerId:id:Borrower',
  'termMonths:count:Agreed duration',
  'firstInstalmentOn:date:Due date of the first instalment',
);
const PAPER = shape(
  'draft issued cancelled',
  'number:code:Number without gaps',
  'customerId:id:Addressee',
  'total:money:Gross total',
  'issuedOn:date:Date on the document',
  'dueOn:date:When it has to be paid',
);
const EVENTISH = shape(
  'planned running finished failed',
  'name:text:Name as shown to people',
  'startedAt:instant:When it began',
  'finishedAt:instant:When it ended',
  'requestedBy:email:Who asked for it',
  'attempts:count:How often it was tried',
);
const RULE = shape(
  'draft active suspended',
  'name:text:Name as shown to people',
  'expression:text:Condition in the rule language',
  'priority:count:Lower runs first',
  'validFrom:date:First day it applies',
  'validTo:date:Last day it applies',
);
const PERSONISH = shape(
  'prospect active blocked closed',
  'displayName:text:Name as shown to people',
  'email:email:Where to reach them',
  'country:country:Country of residence',
  'since:date:First day as a customer',
  'marketingConsent:flag:May we write to them',
);
const STOCKISH = shape(
  'available reserved depleted',
  'productId:id:Which product',
  'locationId:id:Where it is',
  'quantity:count:Pieces on hand',
  'reserved:count:Pieces promised to orders',
  'countedAt:instant:Last physical count',
);
const OFFER = shape(
  'planned active ended',
  'title:text:What customers read',
  'amount:money:Amount it is worth',
  'startsAt:instant:First moment it applies',
  'endsAt:instant:Last moment it applies',
  'maxRedemptions:count:How often it may be used',
);
const SHIPPING = shape(
  'announced in-transit delivered returned',
  'orderId:id:Order it belongs to',
  'carrier:code:Who carries it',
  "trackingCode:code:Carrier's number",
  'promisedOn:date:Date given to the customer',
  'weightGrams:count:Weight including packaging',
);
const SECURITYISH = shape(
  'active suspended expired',
  'subjectId:id:Whom it belongs to',
  'issuedAt:instant:When it was issued',
  'expiresAt:instant:When it stops to work',
  'lastUsedAt:instant:Last successful use',
  'revoked:flag:Taken back before its time',
);
const FIGURE = shape(
  'provisional final restated',
  'name:text:What is measured',
  'value:ratio:The figure',
  'asOf:date:Day it describes',
  'source:code:System it was taken from',
  'computedAt:instant:When it was computed',
);
const ITEM = shape(
  'draft released discontinued',
  'title:text:Title in the language of the market',
  'sku:code:Stock keeping unit',
  'categoryId:id:Category it is sold in',
  'imageUrl:url:Main picture',
  'weightGrams:count:Weight without packaging',
);
const PRICE = shape(
  'scheduled current superseded',
  'productId:id:What it is the price of',
  'amount:money:Price including VAT',
  'market:country:Where it applies',
  'validFrom:instant:First moment it applies',
  'reason:code:Why it was set',
);
const ORDER = shape(
  'placed paid shipped completed cancelled',
  'customerId:id:Who placed it',
  'total:money:Sum of all lines after discounts',
  'placedAt:instant:When the customer confirmed',
  'itemCount:count:Number of pieces',
  'deliveryCountry:country:Where it goes',
);
const BASKET = shape(
  'open ordered abandoned',
  'customerId:id:Whose it is; empty before sign-in',
  'market:country:Where it will be delivered',
  'itemCount:count:Number of pieces',
  'total:money:Sum at current prices',
  'lastTouchedAt:instant:Last change by the shopper',
);
const OPINION = shape(
  'submitted published rejected',
  'productId:id:What it is about',
  'stars:count:One to five',
  'text:text:In the words of the customer',
  'verifiedPurchase:flag:Bought from us',
  'submittedAt:instant:When it was sent',
);
const TEXTUAL = shape(
  'draft scheduled sent',
  'recipient:email:Who receives it',
  'subject:text:Subject or first line',
  'language:code:Language of the text',
  'sentAt:instant:When it left us',
  'channel:code:E-mail, SMS, push or letter',
);
const PLACE = shape(
  'entered verified rejected',
  'street:text:Street and house number',
  'postalCode:code:As the country writes it',
  'city:text:Town or city',
  'country:country:Country',
  'verifiedAt:instant:Last successful check',
);
const MEDIA = shape(
  'uploaded processed published',
  'url:url:Stable address of the file',
  'altText:text:What it shows, for those who cannot see it',
  'width:count:Pixels',
  'height:count:Pixels',
  'takenOn:date:Day it was made',
);
const ACCOUNT = shape(
  'pending active dormant closed',
  'customerId:id:Holder',
  'number:code:Number as printed',
  'balance:money:Booked balance',
  'openedOn:date:First day',
  'jointHolders:count:Further holders',
);

/** Each line: a shape and the nouns that have it. */
const LINES: readonly (readonly [NounShape, string])[] = [
  [
    CASE,
    'case complaint dispute investigation alert finding detection incident conversation question recall screening-hit review-case inspection message thread',
  ],
  [
    MONEY_MOVE,
    'payment refund transfer booking transaction presentment collection payout conversion posting journal entry confirmation recovery sweep',
  ],
  [
    CREDIT,
    'loan mortgage facility lease offer valuation overdraft advance repayment instalment plan quote estimate guarantee',
  ],
  [PAPER, 'invoice note statement certificate receipt return report'],
  [
    EVENTISH,
    'deployment environment build experiment run task job shift appointment repair-job release count cycle execution',
  ],
  [
    RULE,
    'rule scenario policy limit control schedule scheme route rate macro segment flag setting',
  ],
  [
    PERSONISH,
    'customer member supplier merchant applicant company owner signatory wholesaler employee party counterparty beneficiary vendor account-holder workshop partner',
  ],
  [STOCKISH, 'level reservation bin package part capacity'],
  [OFFER, 'promotion voucher discount campaign reward banner'],
  [SHIPPING, 'shipment slot parcel request carrier'],
  [
    SECURITYISH,
    'session token consent mandate credential secret key challenge card device certificate assignment entitlement invitation',
  ],
  [
    FIGURE,
    'metric score figure position snapshot forecast exposure provision stage margin balance accrual curve data-point recommendation suggestion query model feature',
  ],
  [ITEM, 'product variant category instrument fund placement'],
  [PRICE, 'price fee charge fx-rate tax-rate interest-rate'],
  [ORDER, 'order line subscription purchase-order'],
  [BASKET, 'basket item list'],
  [OPINION, 'review rating'],
  [TEXTUAL, 'notification template call-back'],
  [PLACE, 'address location warehouse'],
  [MEDIA, 'image file photo page document'],
  [ACCOUNT, 'account pool pension-plan ledger-account'],
];

const SHAPES = new Map(
  LINES.flatMap(([noun, names]) =>
    names.split(' ').map(name => [name, noun] as const),
  ),
);

export function shapeOf(noun: string): NounShape {
  const last = noun.split('-').pop() ?? noun;
  return SHAPES.get(noun) ?? SHAPES.get(last) ?? FALLBACK;
}
