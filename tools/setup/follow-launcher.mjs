// Loaded before our programs: when their launcher is killed outright, they stop as if asked to.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
