// A real SMTP server for tests: prints its port, then one JSON line per accepted mail. "refuse@" recipients are turned away.
import { SMTPServer } from 'smtp-server';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo(address, session, done) {
    done(address.address.startsWith('refuse@') ? Object.assign(new Error('mailbox unavailable'), { responseCode: 550 }) : undefined);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      console.log(JSON.stringify({ to: session.envelope.rcptTo.map(each => each.address), raw: Buffer.concat(parts).toString('latin1') }));
      done();
    });
  },
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.server.address().port })));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
