import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

/** What CGI calls the parts of a request (RFC 3875). */
const environment = (req, root) => {
  const [path, query = ''] = req.url.split('?');
  return {
    PATH: process.env.PATH,
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: path,
    QUERY_STRING: query,
    REQUEST_METHOD: req.method,
    CONTENT_TYPE: req.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: req.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: req.headers['git-protocol'] ?? '',
    // The repositories belong to whoever runs the rehearsal.
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'safe.directory',
    GIT_CONFIG_VALUE_0: '*',
  };
};

/** A Git server: every bare repository below `root`, to read, over smart HTTP on loopback. */
export async function startGitServer(root) {
  const server = createServer((req, res) => {
    const backend = spawn('git', ['http-backend'], {
      env: environment(req, root),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const chunks = [];
    req.pipe(backend.stdin);
    backend.stdout.on('data', chunk => chunks.push(chunk));
    backend.once('close', () => {
      const answer = Buffer.concat(chunks);
      const end = answer.indexOf('\r\n\r\n');
      for (const line of answer.toString('latin1', 0, end).split('\r\n')) {
        const [name, value] = line.split(': ');
        if (name === 'Status') res.statusCode = Number(value.split(' ')[0]);
        else if (name) res.setHeader(name, value);
      }
      res.end(answer.subarray(end + 4));
    });
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}
