#include "job/output_target.h"

#include "base/fd_sink.h"
#include "image/head_apart_sink.h"
#include "image/split_parts.h"
#include "image/split_sink.h"

#include <unistd.h>

#include <cstdlib>

namespace cloop {

namespace {

/// Whatever takes one of the names of the output, now or when it is done.
std::vector<struct stat> what_is_replaced(const OutputRequest &request) {
    std::vector<std::string> paths{request.path};
    if (!request.head_file.empty()) paths.push_back(request.head_file);
    if (request.split)
        for (const std::size_t number : part_numbers({.base = request.path})) paths.push_back(part_path({.base = request.path, .number = number}));
    std::vector<struct stat> replaced;
    for (const auto &path : paths)
        if (const auto status = status_of(path)) replaced.push_back(*status);
    return replaced;
}

Status check_inputs_stay(const OutputRequest &request) {
    const auto replaced = what_is_replaced(request);
    for (const auto &input : request.inputs) {
        struct stat status {};
        if ((input == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(input.c_str(), &status)) != 0 || !S_ISREG(status.st_mode)) continue;
        for (const auto &there : replaced)
            if (there.st_dev == status.st_dev && there.st_ino == status.st_ino) return fail(ErrorCode::same_file, request.path);
    }
    return {};
}

Result<std::unique_ptr<ByteSink>> with_head_apart(std::unique_ptr<ByteSink> blocks, const OutputRequest &request) {
    if (request.head_file.empty()) return blocks;
    auto head = NewFile::create(request.head_file, request.replace, 0777);
    if (!head) return std::unexpected(std::move(head).error());
    return std::make_unique<HeadApartSink>(std::move(*head), std::move(blocks));
}

} // namespace

std::string spool_folder(const std::string &output) {
    if (output != "-") return folder_of(output);
    const char *folder = std::getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

std::optional<struct stat> status_of(const std::string &path) {
    struct stat status {};
    if ((path == "-" ? ::fstat(STDOUT_FILENO, &status) : ::stat(path.c_str(), &status)) != 0) return std::nullopt;
    return status;
}

Result<std::unique_ptr<ByteSink>> open_output(const OutputRequest &request, const std::stop_token &stop) {
    CLOOP_TRY(check_inputs_stay(request));
    if (request.path == "-") {
        if (::isatty(STDOUT_FILENO)) return fail(ErrorCode::invalid_option, "standard output", "an image is nothing for a terminal: send it to a file or a pipe");
        return with_head_apart(std::make_unique<FdSink>(STDOUT_FILENO, "standard output", stop), request);
    }
    if (request.path.empty()) return fail(ErrorCode::invalid_option, {}, "the output has no name: name a file, or write to standard output with -");
    if (request.head_file == request.path) return fail(ErrorCode::invalid_option, request.path, "head and blocks can't go to the same file");
    const auto there = status_of(request.path);
    // A device or pipe is written to as it is: nothing there can be renamed.
    if (there && !S_ISREG(there->st_mode) && !S_ISDIR(there->st_mode))
        return fail(ErrorCode::invalid_option, request.path, "is no ordinary file: name a file, or write to standard output with -");

    if (const auto room = free_room(request.path); room && *room < request.most_size && request.needed_room) {
        const NeededRoom needed = request.needed_room();
        if (*room < needed.least) return fail(ErrorCode::no_space, request.path, std::to_string(needed.least));
        if (*room < needed.likely && request.on_little_room) request.on_little_room(needed.likely, *room);
    }
    const unsigned mode = request.is_image ? 0777 : 0666;
    if (request.split) {
        auto sink = SplitSink::create(request.path, *request.split, request.replace, mode);
        if (!sink) return std::unexpected(std::move(sink).error());
        return std::make_unique<SplitSink>(std::move(*sink));
    }
    auto sink = NewFile::create(request.path, request.replace, mode);
    if (!sink) return std::unexpected(std::move(sink).error());
    return with_head_apart(std::make_unique<NewFile>(std::move(*sink)), request);
}

} // namespace cloop
