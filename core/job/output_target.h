// Where a job's output goes: a file, a split set, standard output; and that it is safe to write there.

#pragma once

#include "base/byte_sink.h"
#include "base/new_file.h"
#include "job/needed_room.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <sys/stat.h>

namespace cloop {

struct OutputRequest {
    std::string path;                     ///< "-" for standard output
    std::optional<std::uint64_t> split;   ///< the limit of a part
    std::string head_file{};              ///< head and index apart from the blocks
    bool is_image = true;                 ///< an image gets its run bit
    NewFile::Replace replace = NewFile::Replace::no;
    std::uint64_t most_size = 0;          ///< bytes: with so much room nothing needs to be asked
    std::function<NeededRoom()> needed_room{};  ///< asked where there is less: below the least is refused at once
    std::function<void(std::uint64_t likely, std::uint64_t room)> on_little_room{};  ///< told where it goes on, though the likely room is not there
    std::vector<std::string> inputs{};    ///< files that it must not be; "-" for standard input
};

/// Errors: same_file, already_exists, is_a_directory, no_permission, …; no_space, with the bytes that are needed at least as its detail.
Result<std::unique_ptr<ByteSink>> open_output(const OutputRequest &request, const std::stop_token &stop);

/// Where bytes wait that can't be written to the output yet: in its folder, or for "-" where temporary files go.
std::string spool_folder(const std::string &output);

/// The status of what is at `path` now, "-" being standard output, so that sources can refuse to read it. None where nothing is.
std::optional<struct stat> status_of(const std::string &path);

} // namespace cloop
