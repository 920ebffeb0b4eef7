import { MetricCard, MetricCards } from '../../src';
import { samples } from '../samples/metrics';

export function CardSection() {
  return (
    <MetricCards>
      <MetricCard
        title="Deployment frequency"
        direction="higher"
        metric={samples.frequency}
        href="/sample"
        hrefLabel="144 deployments"
      />
      <MetricCard
        title="Lead time for changes"
        direction="lower"
        metric={samples.leadTime}
        href="/sample"
        hrefLabel="142 changes"
      />
      <MetricCard
        title="Change fail rate"
        direction="lower"
        metric={samples.failRate}
        href="/sample"
        hrefLabel="18 failed deployments"
      />
      <MetricCard
        title="Recovery time"
        direction="lower"
        metric={samples.recovery}
        href="/sample"
        hrefLabel="17 recoveries"
      />
    </MetricCards>
  );
}

export function CardStateSection() {
  return (
    <MetricCards>
      <MetricCard
        title="Rework rate"
        direction="lower"
        metric={samples.rework}
        href="/sample"
        hrefLabel="4 deployments"
      />
      <MetricCard
        title="Would recommend the platform"
        direction="higher"
        metric={samples.favourable}
      />
      <MetricCard
        title="Time to first deployment"
        direction="lower"
        metric={samples.nothing}
      />
      <MetricCard
        title="Services on a golden path"
        direction="higher"
        metric={samples.coverage}
      />
      <MetricCard title="Active developers" direction="higher" />
      <MetricCard
        title="Change lead time"
        direction="lower"
        error={{
          message: 'The database is being upgraded.',
          onRetry: () => undefined,
        }}
      />
    </MetricCards>
  );
}
