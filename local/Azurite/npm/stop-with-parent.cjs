'use strict';
// Preloaded into Azurite (node --require). Its standard input is a pipe that the .NET process holds:
// the pipe closes when that process asks Azurite to stop, and also when it dies by any means, so no emulator is left behind.
process.stdin.resume();
process.stdin.once('end', () => process.emit('SIGTERM'));
process.stdin.once('error', () => process.emit('SIGTERM'));
process.stdin.unref?.();

// With its parent gone nobody reads what it prints, and an unhandled EPIPE would end it before it has written what it holds.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// Ctrl+C in a terminal reaches the whole process group. The parent still writes while it winds down, so it decides when storage ends.
process.on('SIGINT', () => {});
const once = process.once;
process.once = function (event, listener) {
  return event === 'SIGINT' ? this : once.call(this, event, listener);
};

// Neither a hanging start nor an open connection keeps it for ever.
process.once('SIGTERM', () => setTimeout(() => process.exit(1), 60_000).unref());
