import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { NumberedText } from './NumberedText';

it('marks every line of a range and no other', async () => {
  renderInTestApp(
    <NumberedText
      lines={['one', 'two', 'three', 'four']}
      highlighted={{ first: 2, last: 3 }}
    />,
  );

  const links = await screen.findAllByRole('link', { name: /^Line/ });
  expect(
    links.map(link => link.parentElement?.getAttribute('aria-current')),
  ).toEqual([null, 'location', 'location', null]);
});
