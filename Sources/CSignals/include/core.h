#pragma once

// A new thread begins on the core of the one that made it, and it takes Linux some milliseconds to
// see that another is idle: as long as all that a start gives to a second thread.

/// The core that the calling thread runs on; -1 where the system does not say.
int core_of_thread(void);

/// Moves the calling thread to any other core that it may run on, at once; stays where there is none.
void core_leave(int core);
