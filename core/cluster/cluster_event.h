// SPDX-License-Identifier: GPL-3.0-or-later
// What happens among the computers that compress an image: for the programs that show it.

#pragma once

#include <string>

namespace cloop {

struct ClusterEvent {
    enum class Kind {
        joined,
        left,
        refused_versions,  ///< its encoders have other versions
        refused_encoder,   ///< it lacks the encoder
        refused_memory,    ///< it has too little memory for such blocks
        wrong_block,
        shut_out,          ///< after 3 wrong blocks
        server_restarted,  ///< it had died
        alone,             ///< the server is away: this computer goes on by itself
        not_alone,         ///< it is back
        nobody,            ///< nobody works, because this computer shall not and there is no worker
    };
    Kind kind = Kind::joined;
    std::string helper{};  ///< what the computer calls itself: not to be trusted. Empty: it has no name, or the event is about none
    unsigned threads = 0;
};

/// A worker is shut out after so many wrong blocks.
inline constexpr unsigned most_wrong_blocks = 3;

} // namespace cloop
