import { isoInstant } from '../../domain/time';
import { digestOf } from '../events/ids';
import { pagerDutyId } from '../model/tools';
import type { Happening, Incident } from '../model/facts';
import type { Delivery } from './delivery';
import type { World } from './world';

type What = (Happening & { kind: 'incident' })['what'];
const instant = (at: number) => isoInstant(at * 1000);

/** What PagerDuty (v3) sends about an incident. It does not know of a mitigation. */
export function createPagerDuty(world: World) {
  const types: Partial<Record<What, string>> = {
    detected: 'incident.triggered',
    resolved: 'incident.resolved',
    reopened: 'incident.reopened',
  };
  const priorities = { sev1: 'P1', sev2: 'P2', sev3: 'P3' } as const;

  return (what: What, incident: Incident, at: number): Delivery[] => {
    const eventType = types[what];
    if (!eventType) return [];
    const id = `Q${digestOf(`incident ${incident.key}`)
      .slice(0, 13)
      .toUpperCase()}`;
    const eventId = `01${digestOf(`${incident.key} ${what} ${at}`)
      .slice(0, 24)
      .toUpperCase()}`;
    const url = `https://${world.organisation.slug}.pagerduty.example`;
    const service = pagerDutyId(incident.service);
    return [
      {
        id: eventId,
        target: 'pagerduty',
        headers: {
          'x-webhook-id': eventId,
          'user-agent': 'PagerDuty-Webhook/V3.0',
        },
        body: {
          event: {
            id: eventId,
            event_type: eventType,
            resource_type: 'incident',
            occurred_at: instant(at),
            agent: null,
            client: null,
            data: {
              id,
              type: 'incident',
              self: `${url}/api/incidents/${id}`,
              html_url: `${url}/incidents/${id}`,
              number: world.number(`incident ${incident.key}`) % 100_000,
              status: what === 'resolved' ? 'resolved' : 'triggered',
              incident_key: incident.key,
              created_at: instant(incident.detectedAt),
              title: incident.title,
              service: {
                id: service,
                summary: incident.service,
                html_url: `${url}/services/${service}`,
                type: 'service_reference',
              },
              priority: { summary: priorities[incident.severity] },
              urgency: incident.severity === 'sev3' ? 'low' : 'high',
            },
          },
        },
      },
    ];
  };
}

/** What Alertmanager (version 4) sends: an alert that fires again is another one. */
export function createAlertmanager(world: World) {
  return (what: What, incident: Incident, at: number): Delivery[] => {
    if (what === 'mitigated') return [];
    const starts = [incident.detectedAt, ...incident.reopenedAt];
    const startsAt = starts.filter(start => start <= at).at(-1) ?? at;
    const status = what === 'resolved' ? 'resolved' : 'firing';
    const labels = {
      alertname: 'ServiceObjectiveBroken',
      service: incident.service,
      env: 'production',
      severity: incident.severity,
    };
    const alertUrl = `https://alertmanager.${world.internal}`;
    const fingerprint = digestOf(incident.key).slice(0, 16);
    return [
      {
        id: world.uuid(`alertmanager ${incident.key} ${what} ${at}`),
        target: 'alertmanager',
        headers: { 'user-agent': 'Alertmanager/0.28.1' },
        body: {
          version: '4',
          groupKey: `{}:{service="${incident.service}"}`,
          truncatedAlerts: 0,
          status,
          receiver: 'waymark',
          groupLabels: { service: incident.service },
          commonLabels: labels,
          commonAnnotations: { summary: incident.title },
          externalURL: alertUrl,
          alerts: [
            {
              status,
              labels,
              annotations: { summary: incident.title },
              startsAt: instant(startsAt),
              endsAt:
                status === 'resolved' ? instant(at) : '0001-01-01T00:00:00Z',
              generatorURL: `https://prometheus.${world.internal}/graph`,
              fingerprint,
            },
          ],
        },
      },
    ];
  };
}
