// SPDX-License-Identifier: GPL-3.0-or-later
// cloop-fuse: shows an image's content or its files by FUSE. Runs as the user.

#include "fuse_session.h"
#include "resumable_image.h"
#include "served_content.h"
#include "served_files.h"
#include "whole_sectors.h"

#include "file/image_name.h"
#include "file/process_descriptors.h"
#include "filesystem/filesystem.h"
#include "text/error_sentence.h"
#include "text/printable.h"

#include <getopt.h>
#include <malloc.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>

namespace cloop::fuse {

namespace {

// As of the command.
enum ExitStatus { exit_fine = 0, exit_environment = 1, exit_damaged = 2, exit_internal = 3 };

struct Request {
    std::string image, mountpoint, mount_options;
    bool wants_content = false;
    bool foreground = false;
};

int say(const Error &error) {
    std::fprintf(stderr, "cloop-fuse: %s\n", printable(sentence(error)).c_str());
    return is_image_fault(error.code) ? exit_damaged : error.code == ErrorCode::internal ? exit_internal : exit_environment;
}

/// The server leaves the folder that it was started in.
Result<std::string> absolute_path(const std::string &path) {
    std::error_code error;
    const auto absolute = std::filesystem::absolute(path, error);
    if (error) return fail(ErrorCode::not_found, path);
    return absolute.string();
}

/// Owner and time of the image's file.
struct stat status_of(const std::string &image) {
    struct stat status {};
    const auto files = ImageName::of(image).files();
    if (files.empty() || ::stat(files.front().c_str(), &status) != 0) status.st_uid = ::getuid();
    return status;
}

Result<int> serve(const Request &request) {
    CLOOP_LET(name, ImageName::of(request.image).absolute());
    CLOOP_LET(mountpoint, absolute_path(request.mountpoint));
    CLOOP_LET(image, ResumableImage::open(name, {}, {}));
    std::shared_ptr<const Filesystem> filesystem;
    if (!request.wants_content) {
        auto opened = Filesystem::open(image);
        if (!opened) return std::unexpected(std::move(opened).error());
        filesystem = std::move(*opened);
    }
    // A mount that is attached nowhere is for a loop device. It shows the process's number in its only path, because nothing else leads from there to
    // the process.
    const bool is_detached = mountpoint.starts_with("/dev/fd/");
    const SourcePtr content = is_detached ? std::make_shared<WholeSectors>(image) : SourcePtr(image);
    const auto make_tree = [&]() -> std::unique_ptr<ServedTree> {
        if (filesystem) return std::make_unique<ServedFiles>(filesystem);
        return std::make_unique<ServedContent>(content, is_detached ? "cloop-fuse-" + std::to_string(::getpid()) : "", content_name(name, *image),
                                               status_of(name));
    };
    CLOOP_LET(session, Session::mount(make_tree, mountpoint,
                                      {.source = name,
                                       .mount_options = request.mount_options,
                                       .on_hangup = [&] { image->let_go(); },
                                       .on_continue = [&] { image->take_back(); }}));
    CLOOP_TRY(session->serve(request.foreground));
    return exit_fine;
}

constexpr const char *usage =
    "cloop-fuse [OPTION]... IMAGE MOUNTPOINT\n"
    "Shows the files in a cloop image at a folder, or its content as one file; umount or fusermount3 -u ends it.\n"
    "IMAGE: an image, a part of a split set, a drive, or disc.iso:/path of an image inside. MOUNTPOINT: an empty folder.\n\n"
    "  --content         the content as one file, for mount -o loop, instead of the files in it\n"
    "  -f, --foreground  stay in the foreground\n"
    "  -o OPTIONS        options of FUSE, such as allow_other\n"
    "  -h, --help        this help\n"
    "  --version         the version\n";

/// Exits where the options ask for help, or are wrong. By libc, so that the program stays small enough for an initrd.
Request parse(int argc, char **argv) {
    constexpr int content = 1, version = 2;
    const option options[]{{"content", no_argument, nullptr, content}, {"foreground", no_argument, nullptr, 'f'}, {"help", no_argument, nullptr, 'h'},
                           {"version", no_argument, nullptr, version}, {nullptr, 0, nullptr, 0}};
    Request request;
    for (int given = 0; (given = ::getopt_long(argc, argv, "fho:", options, nullptr)) != -1;) {
        switch (given) {
        case content: request.wants_content = true; break;
        case 'f': request.foreground = true; break;
        case 'o': request.mount_options += (request.mount_options.empty() ? "" : ",") + std::string(optarg); break;
        case 'h': std::exit(std::fputs(usage, stdout) < 0 ? exit_environment : exit_fine);
        case version: std::exit(std::puts("cloop-fuse " CLOOPSMITH_VERSION) < 0 ? exit_environment : exit_fine);
        default: std::exit(exit_environment);  // getopt has said why
        }
    }
    if (argc - optind != 2) {
        std::fputs(usage, stderr);
        std::exit(exit_environment);
    }
    request.image = argv[optind];
    request.mountpoint = argv[optind + 1];
    return request;
}

int run(int argc, char **argv) {
    const auto status = serve(parse(argc, argv));
    return status ? *status : say(status.error());
}

} // namespace

} // namespace cloop::fuse

int main(int argc, char **argv) {
    cloop::open_standard_streams();
    cloop::allow_many_files();
    // Blocks are freed by other threads than have allocated them: in arenas of their own, that left 10 MB unused.
    ::mallopt(M_ARENA_MAX, 1);
    try {
        return cloop::fuse::run(argc, argv);
    } catch (const std::exception &) {
        // No memory, or no thread.
        return cloop::fuse::say({.code = cloop::ErrorCode::out_of_memory});
    }
}
