// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a job's output (a file, a split set, standard output) after checking that it is safe to write.

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

/// Room that an output needs on its disc, in bytes.
struct NeededRoom {
    std::uint64_t least = 0;   ///< with less, the output can't fit, whatever the content
    std::uint64_t likely = 0;  ///< with less, it will not fit unless the content compresses better than the sample; 0: unknown
};

struct OutputRequest {
    std::string path;                     ///< "-" for standard output
    std::optional<std::uint64_t> split;   ///< limit of a part, bytes
    std::string head_file{};              ///< separate file for head and index
    bool is_image = true;                 ///< images are made executable
    NewFile::Replace replace = NewFile::Replace::no;
    std::uint64_t most_size = 0;          ///< bytes; with that much room, needed_room is not called
    std::function<NeededRoom()> needed_room{};  ///< called if there is less room; no_space below `least`
    /// Called if there is less than the likely room; the work goes on.
    std::function<void(std::uint64_t likely, std::uint64_t room)> on_little_room{};
    std::vector<std::string> inputs{};    ///< files that the output must not replace; "-" for standard input
};

/// Errors: same_file, already_exists, is_a_directory, no_permission, …; no_space, with the least bytes needed as its detail.
Result<std::unique_ptr<ByteSink>> open_output(const OutputRequest &request, const std::stop_token &stop);

/// Folder for spooled blocks: that of the output, or for "-" the one for temporary files.
std::string spool_folder(const std::string &output);

/// Identity of the file at `path` ("-": standard output), so that sources can refuse to read it. None if it does not exist.
std::optional<FileIdentity> identity_of_output(const std::string &path);

/// Bytes free to an ordinary user in the folder of `path`. None if unknown.
std::optional<std::uint64_t> free_room(const std::string &path);

} // namespace cloop
