// SPDX-License-Identifier: GPL-3.0-or-later
// Where a job's output goes: a file, a split set, standard output; and that it is safe to write there.

#pragma once

#include "base/byte_sink.h"
#include "file/file_identity.h"
#include "file/new_file.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace cloop {

/// How much room an output takes on its disc, in bytes.
struct NeededRoom {
    std::uint64_t least = 0;   ///< with less it can't be done, whatever the content
    std::uint64_t likely = 0;  ///< with less it will fail, unless the content compresses better than it looks; 0: unknown
};

struct OutputRequest {
    std::string path;                     ///< "-" for standard output
    std::optional<std::uint64_t> split;   ///< the limit of a part
    std::string head_file{};              ///< head and index apart from the blocks
    bool is_image = true;                 ///< an image gets its run bit
    NewFile::Replace replace = NewFile::Replace::no;
    std::uint64_t most_size = 0;          ///< bytes: with so much room nothing needs to be asked
    std::function<NeededRoom()> needed_room{};  ///< asked where there is less: below the least is refused at once
    /// Called where the likely room is not there; the work goes on.
    std::function<void(std::uint64_t likely, std::uint64_t room)> on_little_room{};
    std::vector<std::string> inputs{};    ///< files that it must not be; "-" for standard input
};

/// Errors: same_file, already_exists, is_a_directory, no_permission, …; no_space, with the bytes that are needed at least as its detail.
Result<std::unique_ptr<ByteSink>> open_output(const OutputRequest &request, const std::stop_token &stop);

/// Where bytes wait that can't be written to the output yet: in its folder, or for "-" where temporary files go.
std::string spool_folder(const std::string &output);

/// Of what is at `path` now, "-" being standard output, so that sources can refuse to read it. None where nothing is.
std::optional<FileIdentity> identity_of_output(const std::string &path);

/// Bytes that an ordinary user may still write beside `path`. None where the system does not tell.
std::optional<std::uint64_t> free_room(const std::string &path);

} // namespace cloop
