#include "output_target.h"

#include "quantities.h"

#include "base/fd_sink.h"
#include "base/new_file.h"
#include "image/head_apart_sink.h"
#include "image/split_sink.h"

#include <sys/statvfs.h>
#include <unistd.h>

namespace cloop::cli {

std::optional<struct stat> status_of(const std::string &path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return status;
}

Result<std::unique_ptr<ByteSink>> open_output(const OutputRequest &request, Session &session) {
    if (request.path == "-") {
        if (::isatty(STDOUT_FILENO)) return cloop::fail(ErrorCode::invalid_option, "standard output", "an image is nothing for a terminal: send it to a file or a pipe");
        return std::make_unique<FdSink>(STDOUT_FILENO, "standard output", session.stop);
    }
    const auto there = status_of(request.path);
    for (const auto &input : request.inputs) {
        const auto status = status_of(input);
        if (there && status && there->st_dev == status->st_dev && there->st_ino == status->st_ino) return cloop::fail(ErrorCode::same_file, request.path);
    }
    // A device or pipe is written to as it is: nothing there can be renamed.
    if (there && !S_ISREG(there->st_mode) && !S_ISDIR(there->st_mode))
        return cloop::fail(ErrorCode::invalid_option, request.path, "is no ordinary file: name a file, or write to standard output with -");

    struct statvfs disc {};
    if (::statvfs(folder_of(request.path).c_str(), &disc) == 0) {
        const std::uint64_t room = std::uint64_t{disc.f_bavail} * disc.f_frsize;
        const std::uint64_t needed = room < request.most_size && request.least_size ? request.least_size() : 0;
        if (room < needed)
            return cloop::fail(ErrorCode::no_space, request.path, "At least " + size_text(needed) + " are needed, " + size_text(room) + " are free.");
    }
    const auto replace = session.is_forced ? NewFile::Replace::yes : NewFile::Replace::no;
    const unsigned mode = request.is_image ? 0777 : 0666;
    if (request.split) {
        auto sink = SplitSink::create(request.path, *request.split, replace, mode);
        if (!sink) return std::unexpected(std::move(sink).error());
        return std::make_unique<SplitSink>(std::move(*sink));
    }
    auto sink = NewFile::create(request.path, replace, mode);
    if (!sink) return std::unexpected(std::move(sink).error());
    if (request.head_file.empty()) return std::make_unique<NewFile>(std::move(*sink));
    auto head = NewFile::create(request.head_file, replace, mode);
    if (!head) return std::unexpected(std::move(head).error());
    return std::make_unique<HeadApartSink>(std::move(*head), std::move(*sink));
}

} // namespace cloop::cli
