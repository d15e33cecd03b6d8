// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the computers that help to compress: one table, for the command and the window.

#pragma once

#include "cluster/cluster_event.h"

#include <string>

namespace cloop {

/// Complete sentences. %1: the computer; %2: of `joined`, its threads in words; of `shut_out`, how many blocks were wrong.
struct ClusterText {
    const char *sentence;
    const char *advice_of_command = "";  ///< what only the command can do about it
};
const ClusterText &text_of(ClusterEvent::Kind kind);

/// Stands for a name that is empty.
extern const char *const nameless_computer;

/// What the command says, to follow its name.
std::string sentence(const ClusterEvent &event);

} // namespace cloop
