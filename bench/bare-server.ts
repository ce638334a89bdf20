import { createServer } from 'node:http';

/** As little as a server can do: reads what is asked and answers a short text. */
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"ok":true}');
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) {
    console.log(`http://127.0.0.1:${address.port}`);
  }
});
