import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** How the gate treats connections: pass on, take but never answer, refuse. */
export type GateState = 'open' | 'silent' | 'closed';

/** A door in front of a server, to make it go away and come back. */
export async function startGate(target: { host: string; port: number }) {
  const sockets = new Set<Socket>();
  let state: GateState = 'open';
  let connections = 0;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}); // the other end has gone, which is the point
    socket.on('close', () => sockets.delete(socket));
    return socket;
  };
  const server = createServer(incoming => {
    connections += 1;
    keep(incoming);
    if (state === 'open') {
      const outgoing = keep(connect(target));
      incoming.on('data', data => state === 'open' && outgoing.write(data));
      outgoing.on('data', data => state === 'open' && incoming.write(data));
      incoming.on('close', () => outgoing.destroy());
      outgoing.on('close', () => incoming.destroy());
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    port,
    connections: () => connections,
    set: async (next: GateState) => {
      if (next === 'closed' && server.listening) {
        server.close();
        sockets.forEach(socket => socket.destroy());
        await once(server, 'close');
      } else if (next !== 'closed' && !server.listening) {
        await once(server.listen(port, '127.0.0.1'), 'listening');
      }
      state = next;
    },
  };
}
