import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type PropsWithChildren,
} from 'react';
import type { Health, HealthState } from '../components/column/healthContext';
import { useHealthOfServices } from '../components/column/useHealthOfServices';

/** A graph comes in steps; as long as nodes keep coming, nothing is asked. */
const SETTLED_MS = 300;

interface GraphHealthValue {
  /** Says that a service is in view; returns how to say that it is not any more. */
  register: (service: string) => () => void;
  stateOf: (service: string) => HealthState;
  hasServices: boolean;
  error?: Error;
  retry: () => void;
}

const GraphHealthContext = createContext<GraphHealthValue | undefined>(
  undefined,
);

function useGraphHealth(): GraphHealthValue {
  const value = useContext(GraphHealthContext);
  if (!value) throw new Error('A node of the graph is outside of GraphHealth');
  return value;
}

/** The services in view, once they have settled. */
function useServicesInView() {
  const inView = useRef(new Map<string, number>());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [services, setServices] = useState<readonly string[]>([]);

  const register = useCallback((service: string) => {
    const settle = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => setServices([...inView.current.keys()]),
        SETTLED_MS,
      );
    };
    const count = (by: number) => {
      const nodes = (inView.current.get(service) ?? 0) + by;
      if (nodes > 0) inView.current.set(service, nodes);
      else inView.current.delete(service);
      settle();
    };
    count(1);
    return () => count(-1);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { services, register };
}

/** Reads how the delivery of the services of a graph is, for all of them at once. */
export function GraphHealth({ children }: PropsWithChildren<{}>) {
  const { services, register } = useServicesInView();
  const { stateOf, error, retry } = useHealthOfServices(services);
  const value = {
    register,
    stateOf,
    hasServices: services.length > 0,
    error,
    retry,
  };
  return (
    <GraphHealthContext.Provider value={value}>
      {children}
    </GraphHealthContext.Provider>
  );
}

/** What the graph as a whole can say: whether there is something to explain. */
export function useGraphHealthSummary() {
  const { hasServices, error, retry } = useGraphHealth();
  return useMemo(
    () => ({ hasServices, error, retry }),
    [hasServices, error, retry],
  );
}

/** The delivery health of a node, if it is a service and something is known. */
export function useHealthOfNode(service: string | undefined) {
  const { register, stateOf } = useGraphHealth();
  // While a graph that has grown is asked about anew, what was known stays.
  const last = useRef<{ service: string; health: Health }>();
  useEffect(
    () => (service ? register(service) : undefined),
    [service, register],
  );
  const known = service ? stateOf(service) : undefined;
  const health =
    known?.state === 'known'
      ? known.health
      : last.current?.service === service && last.current?.health;
  useEffect(() => {
    if (service && health) last.current = { service, health };
  }, [service, health]);
  return health || undefined;
}
