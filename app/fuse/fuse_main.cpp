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

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <cstdio>
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
    CLOOP_LET(session, Session::mount(make_tree, mountpoint, {.source = name, .mount_options = request.mount_options,
                                                              .on_hangup = [&] { image->let_go(); }, .on_continue = [&] { image->take_back(); }}));
    CLOOP_TRY(session->serve(request.foreground));
    return exit_fine;
}

int run(int argc, char **argv) {
    Request request;
    CLI::App app("Shows the files in a cloop image at a folder, or its content as one file; umount or fusermount3 -u ends it.", "cloop-fuse");
    app.set_version_flag("--version", "cloop-fuse " CLOOPSMITH_VERSION);
    app.add_option("image", request.image, "An image, a part of a split set, a drive, or disc.iso:/path of an image inside")->required();
    app.add_option("mountpoint", request.mountpoint, "An empty folder")->required();
    app.add_flag("--content", request.wants_content, "The content as one file, for mount -o loop, instead of the files in it");
    app.add_flag("-f,--foreground", request.foreground, "Stay in the foreground");
    app.add_option("-o", request.mount_options, "Options of FUSE, such as allow_other")->type_name("OPTIONS");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? exit_fine : exit_environment;
    }
    const auto status = serve(request);
    return status ? *status : say(status.error());
}

} // namespace

} // namespace cloop::fuse

int main(int argc, char **argv) {
    cloop::open_standard_streams();
    cloop::allow_many_files();
    try {
        return cloop::fuse::run(argc, argv);
    } catch (const std::exception &) {
        // No memory, or no thread.
        return cloop::fuse::say({.code = cloop::ErrorCode::out_of_memory});
    }
}
