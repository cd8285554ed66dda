#pragma once

/// No core of this process is ever written, and no other process of the same account reads its
/// memory.
void memory_keep_private(void);
