import { render } from '@testing-library/react';
import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { ReaderStyle } from './ReaderStyle';

jest.mock('@backstage/plugin-techdocs-react', () => ({
  useShadowRoot: jest.fn(),
}));

describe('ReaderStyle', () => {
  it('styles the page in the shadow tree, once, while it is shown', () => {
    const root = document.createElement('div').attachShadow({ mode: 'open' });
    jest.mocked(useShadowRoot).mockReturnValue(root);

    const { rerender, unmount } = render(<ReaderStyle />);
    rerender(<ReaderStyle />);

    expect(root.querySelectorAll('style')).toHaveLength(1);
    expect(root.querySelector('style')).toHaveTextContent(
      '--waymark-banner-height',
    );
    unmount();
    expect(root.querySelector('style')).toBeNull();
  });

  it('waits until there is a page', () => {
    jest.mocked(useShadowRoot).mockReturnValue(undefined);

    expect(() => render(<ReaderStyle />)).not.toThrow();
  });
});
