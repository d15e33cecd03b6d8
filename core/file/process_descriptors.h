// SPDX-License-Identifier: GPL-3.0-or-later
// The descriptors of a program: called first in main().

#pragma once

namespace cloop {

/// Replaces closed standard streams, because otherwise a file opened later would become one of them: results would be written into it, or a program
/// that goes to the background would replace it. Like a closed stream, the replacement fails on reading and writing.
void open_standard_streams();

/// A split set needs a descriptor per part, and another while it is verified.
void allow_many_files();

} // namespace cloop
