// SPDX-License-Identifier: GPL-3.0-or-later
// Everything between "make an image of this" and an image. What the command and the window ask for is one request.

#pragma once

#include "file/new_file.h"
#include "image/lost_blocks.h"
#include "job/build_source.h"
#include "job/create_image.h"
#include "source/iso_tree.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

struct BuildRequest {
    BuildSource source;
    std::string output;                             ///< "-" for standard output
    std::string head_file{};                        ///< head and index apart from the blocks
    std::optional<std::uint64_t> split{};           ///< cut into parts that stay below so many bytes
    NewFile::Replace replace = NewFile::Replace::no;
    CreateOptions options;                          ///< `spool_folder` follows from the output
    std::string label{};                            ///< of the volume, where a folder or archive becomes an ISO
    std::optional<Owner> owner{};                   ///< of everything in it, in place of what the source says
    bool keep_going = false;                        ///< zeros for what can't be read, instead of an end
};

/// Called as things happen, in the caller's thread or the one that reads the source, never in two at once. Each may be empty.
struct BuildEvents {
    TroubleSink on_trouble{};                       ///< what of the source can't be read
    TroubleSink on_note{};                          ///< what the image does not hold as it is in the source
    /// Called where the likely room is not there; the work goes on.
    std::function<void(std::uint64_t likely, std::uint64_t room)> on_little_room{};
    std::function<void(std::size_t stored)> on_block{};  ///< each block in order: how many bytes it is stored in
    ProgressSink on_progress{};
};

struct BuildResult {
    CreateResult image;
    std::vector<LostBlocks> lost;  ///< of the image that was converted
};

/// Errors: those of the source, open_output() and create_image(). On any error nothing of the output is there.
Result<BuildResult> build_image(const BuildRequest &request, const BuildEvents &events, const std::stop_token &stop);

} // namespace cloop
