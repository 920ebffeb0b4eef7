import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { configApiRef } from '@backstage/frontend-plugin-api';
import { renderHook } from '@testing-library/react';
import type { JsonObject } from '@backstage/types';
import { usePortalTime } from './usePortalTime';

const timeWith = (data: JsonObject) =>
  renderHook(() => usePortalTime(), {
    wrapper: ({ children }) => (
      <TestApiProvider apis={[[configApiRef, mockApis.config({ data })]]}>
        {children}
      </TestApiProvider>
    ),
  }).result.current;

describe('usePortalTime', () => {
  it('shows the time zone of the portal, and its days', () => {
    const time = timeWith({ waymark: { timezone: 'Asia/Tokyo' } });
    const at = '2026-03-10T20:30:00Z';
    expect(time.format(at)).toBe('11 Mar 2026, 05:30');
    expect(time.formatWithZone(Date.parse(at))).toBe(
      '11 Mar 2026, 05:30 Asia/Tokyo',
    );
    expect(time.day(new Date(at))).toBe('11 Mar 2026');
  });

  it('is UTC unless it is told', () => {
    const time = timeWith({});
    expect(time.formatWithZone('2026-03-10T20:30:00Z')).toBe(
      '10 Mar 2026, 20:30 UTC',
    );
  });
});
