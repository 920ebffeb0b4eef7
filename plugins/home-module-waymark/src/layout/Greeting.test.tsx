import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { Greeting } from './Greeting';

const ADA = 'user:default/ada';

function group(name: string, title: string, type: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, title },
    spec: { type },
    relations: [{ type: 'hasMember', targetRef: ADA }],
  };
}

function renderAt(hour: number, entities: Entity[] = []) {
  jest.spyOn(Date.prototype, 'getHours').mockReturnValue(hour);
  renderInTestApp(<Greeting />, {
    apis: [
      [catalogApiRef, catalogApiMock({ entities })],
      mockApis.identity({ userEntityRef: ADA, displayName: 'Ada Okafor' }),
    ],
  });
}

describe('Greeting', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [8, 'Good morning, Ada Okafor'],
    [12, 'Good afternoon, Ada Okafor'],
    [18, 'Good evening, Ada Okafor'],
  ])('greets at %i o’clock', async (hour, text) => {
    renderAt(hour);

    expect(
      await screen.findByRole('heading', { level: 1, name: text }),
    ).toBeInTheDocument();
  });

  it('names teams by title, in order, without groups that carry a role', async () => {
    renderAt(8, [
      group('pricing', 'Pricing', 'team'),
      group('checkout', 'Checkout', 'team'),
      group('team-leads', 'Team leads', 'role'),
    ]);

    expect(await screen.findByText('Team Checkout, Pricing')).toBeVisible();
  });
});
