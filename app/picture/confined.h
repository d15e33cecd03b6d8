// SPDX-License-Identifier: GPL-3.0-or-later
// Takes away from this process what decoding a picture does not need.

#pragma once

namespace cloop::picture {

/// From here on: at most 1 GiB of memory and 10 seconds of a processor, no file that grows, and no system call that opens, makes, removes or
/// renames a file, starts a program, reaches another process or the network. What is open stays so. Can't be undone. False where the kernel
/// refuses the filter of system calls (seccomp): then nothing should be decoded.
bool confine();

} // namespace cloop::picture
