import { useNavigate } from 'react-router-dom';

/** Opens an address within the portal. */
export function useOpen(): (href: string) => void {
  const navigate = useNavigate();
  return href => navigate(href);
}
