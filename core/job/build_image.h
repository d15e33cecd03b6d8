// SPDX-License-Identifier: GPL-3.0-or-later
// Builds an image from any source: one request for both the command and the window.

#pragma once

#include "file/new_file.h"
#include "image/lost_blocks.h"
#include "job/build_source.h"
#include "job/create_image.h"
#include "source/content_tree.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

struct BuildRequest {
    BuildSource source;
    std::string output;                             ///< "-" for standard output
    std::string head_file{};                        ///< separate file for head and index
    std::optional<std::uint64_t> split{};           ///< cut into parts below this size in bytes
    NewFile::Replace replace = NewFile::Replace::no;
    CreateOptions options;                          ///< `spool_folder` follows from the output
    TreeKind filesystem = TreeKind::iso9660;        ///< made of a folder or archive
    std::string label{};                            ///< of the file system
    std::optional<Owner> owner{};                   ///< of all files, instead of the source's owners
    bool keep_going = false;                        ///< replace unreadable data by zeros instead of failing
};

/// Called in the caller's thread or the one that reads the source, never in two at once. Each may be empty.
struct BuildEvents {
    TroubleSink on_trouble{};                       ///< unreadable parts of the source
    TroubleSink on_note{};                          ///< what the image holds differently from the source
    /// Called if there is less than the likely room; the work goes on.
    std::function<void(std::uint64_t likely, std::uint64_t room)> on_little_room{};
    std::function<void(std::size_t stored)> on_block{};  ///< the stored size of each block, in order
    ProgressSink on_progress{};
};

struct BuildResult {
    CreateResult image;
    std::vector<LostBlocks> lost;  ///< of the image that was converted
};

/// Errors: those of the source, open_output() and create_image(). On any error no output remains.
Result<BuildResult> build_image(const BuildRequest &request, const BuildEvents &events, const std::stop_token &stop);

} // namespace cloop
