// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/output_target.h"

#include "file/fd_sink.h"
#include "file/head_apart_sink.h"
#include "file/split_parts.h"
#include "file/split_sink.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace cloop {

namespace {

/// The existing files at the output's names: those that will be replaced.
std::vector<FileIdentity> what_is_replaced(const OutputRequest &request) {
    std::vector<std::string> paths{request.path};
    if (!request.head_file.empty()) paths.push_back(request.head_file);
    if (request.split)
        for (const std::size_t number : part_numbers({.base = request.path})) paths.push_back(part_path({.base = request.path, .number = number}));
    std::vector<FileIdentity> replaced;
    for (const auto &path : paths)
        if (const auto there = identity_of_output(path)) replaced.push_back(*there);
    return replaced;
}

Status check_inputs_stay(const OutputRequest &request) {
    const auto replaced = what_is_replaced(request);
    for (const auto &input : request.inputs) {
        struct stat status {};
        if ((input == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(input.c_str(), &status)) != 0 || !S_ISREG(status.st_mode)) continue;
        if (std::ranges::find(replaced, identity_of(status)) != replaced.end()) return fail(ErrorCode::same_file, request.path);
    }
    return {};
}

Result<std::unique_ptr<ByteSink>> with_head_apart(std::unique_ptr<ByteSink> blocks, const OutputRequest &request, const std::stop_token &stop) {
    if (request.head_file.empty()) return blocks;
    CLOOP_LET(head, NewFile::create(request.head_file, request.replace, 0777, stop));
    return std::make_unique<HeadApartSink>(std::move(head), std::move(blocks));
}

} // namespace

std::string spool_folder(const std::string &output) {
    if (output != "-") return folder_of(output);
    const char *folder = std::getenv("TMPDIR");
    return folder && *folder ? folder : "/tmp";
}

std::optional<FileIdentity> identity_of_output(const std::string &path) {
    struct stat status {};
    if (path != "-") return identity_at(path);
    return ::fstat(STDOUT_FILENO, &status) == 0 ? std::optional(identity_of(status)) : std::nullopt;
}

std::optional<std::uint64_t> free_room(const std::string &path) {
    struct statvfs disc {};
    // File systems that can't tell say that they have no blocks at all: the document portal's, /proc.
    if (::statvfs(folder_of(path).c_str(), &disc) != 0 || disc.f_blocks == 0) return std::nullopt;
    return std::uint64_t{disc.f_bavail} * disc.f_frsize;
}

Result<std::unique_ptr<ByteSink>> open_output(const OutputRequest &request, const std::stop_token &stop) {
    CLOOP_TRY(check_inputs_stay(request));
    if (request.path == "-") {
        if (::isatty(STDOUT_FILENO)) return fail(ErrorCode::output_is_terminal, "standard output");
        return with_head_apart(std::make_unique<FdSink>(STDOUT_FILENO, "standard output", stop), request, stop);
    }
    if (request.path.empty()) return fail(ErrorCode::output_unnamed);
    if (request.head_file == request.path) return fail(ErrorCode::head_not_apart, request.path);
    struct stat there {};
    // Never replace a device or pipe.
    if (::stat(request.path.c_str(), &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode))
        return fail(ErrorCode::not_a_regular_file, request.path);

    if (const auto room = free_room(request.path); room && *room < request.most_size && request.needed_room) {
        const NeededRoom needed = request.needed_room();
        if (*room < needed.least) return fail(ErrorCode::no_space, request.path, std::to_string(needed.least));
        if (*room < needed.likely && request.on_little_room) request.on_little_room(needed.likely, *room);
    }
    const unsigned mode = request.is_image ? 0777 : 0666;
    if (request.split) {
        CLOOP_LET(sink, SplitSink::create(request.path, *request.split, request.replace, mode, stop));
        return std::make_unique<SplitSink>(std::move(sink));
    }
    CLOOP_LET(sink, NewFile::create(request.path, request.replace, mode, stop));
    return with_head_apart(std::make_unique<NewFile>(std::move(sink)), request, stop);
}

} // namespace cloop
