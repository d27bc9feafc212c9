// A real SMTP server for tests: prints its port, then one JSON line per mail that arrived whole. How it answers is chosen by the
// recipient's name: refuse@ 550 · grey@ 451 the first time · mute@ no answer to the recipient · hang@ takes the text and never answers ·
// drop@ takes the text and hangs up · full@ 452 after the text · spam@ 554 after the text · down@ 421. Argument: milliseconds per mail.
import { SMTPServer } from 'smtp-server';

const pause = Number(process.argv[2] ?? 0);
const seen = new Set();
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onRcptTo(address, session, done) {
    const name = address.address.split('@')[0];
    if (name === 'mute') return;
    if (name === 'refuse') done(refusal(550, 'mailbox unavailable'));
    else if (name === 'down') done(refusal(421, 'service not available'));
    else if (name === 'grey' && !seen.has(address.address)) {
      seen.add(address.address);
      done(refusal(451, 'greylisted, try again later'));
    } else done();
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => setTimeout(() => {
      const to = session.envelope.rcptTo.map(each => each.address);
      const name = to[0].split('@')[0];
      if (name === 'full') return done(refusal(452, 'insufficient storage'));
      if (name === 'spam') return done(refusal(554, 'rejected'));
      console.log(JSON.stringify({ to, raw: Buffer.concat(parts).toString('latin1') }));
      if (name === 'hang') return;
      if (name === 'drop') return [...server.connections].find(each => each.id === session.id)?._socket.destroy();
      done();
    }, pause * (0.5 + Math.random())));
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.server.address().port })));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
