import { render, screen } from '@testing-library/react';
import { createSwaggerPlugin } from './swaggerPlugin';

const { DeepLink: wrapDeepLink, Servers: wrapServers } = createSwaggerPlugin({
  servers: 'Server',
})().wrapComponents;

describe('createSwaggerPlugin', () => {
  it('names the choice of servers', () => {
    const Named = wrapServers(() => (
      <select>
        <option>https://orders.example</option>
      </select>
    ));
    render(<Named />);

    expect(screen.getByRole('combobox', { name: 'Server' })).toBeVisible();
  });

  it('shows the path of an operation without a link inside its button', () => {
    const Path = wrapDeepLink();
    render(<Path text="/orders" />);

    expect(screen.getByText('/orders')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
