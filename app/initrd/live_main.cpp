// SPDX-License-Identifier: GPL-3.0-or-later
// cloop-live: what the initrd of a live disc, and its shutdown, need of cloop. Linked statically, without the libraries that only making images
// needs.

#include "device/disc_change.h"
#include "device/kernel_device.h"
#include "file/process_descriptors.h"
#include "file/split_set.h"
#include "image/image_reader.h"
#include "job/damage.h"
#include "scan/block_scan.h"
#include "text/error_sentence.h"
#include "text/printable.h"
#include "text/quantities.h"

#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string_view>
#include <thread>

namespace cloop::live {

namespace {

// As of the command.
enum ExitStatus { exit_fine = 0, exit_environment = 1, exit_damaged = 2 };

int say(const Error &error) {
    std::fprintf(stderr, "cloop-live: %s\n", printable(sentence(error)).c_str());
    return is_image_fault(error.code) ? exit_damaged : exit_environment;
}

Result<std::shared_ptr<const ImageReader>> open(const std::string &path) {
    CLOOP_LET(file, open_whole(path));
    return ImageReader::open(std::move(file));
}

/// Prints the device.
Result<int> attach(const std::string &image) {
    CLOOP_LET(parts, parts_of(image));
    CLOOP_LET(files, OpenParts::open(parts));
    CLOOP_LET(device, attach_to_free_device(files.fds(), parts.front()));
    std::puts(device.c_str());
    return exit_fine;
}

Result<int> detach(const std::string &path) {
    CLOOP_LET(device, CloopDevice::open(path));
    CLOOP_TRY(device.detach());
    return exit_fine;
}

/// Names the files that damage costs.
Result<int> check(const std::string &path) {
    CLOOP_LET(image, open(path));
    std::uint64_t shown = 0;
    const ScanOptions options{.threads = std::max(1U, std::thread::hardware_concurrency())};
    CLOOP_LET(scan, scan_blocks(*image, options, {}, [&](const Progress &progress) {
                  const std::uint64_t percent = progress.total && *progress.total > 0 ? progress.done * 100 / *progress.total : 100;
                  if (percent < shown + 10) return;
                  shown = percent / 10 * 10;
                  std::printf("%s: %llu %% checked\n", path.c_str(), static_cast<unsigned long long>(shown));
              }));
    const std::size_t lost = count_lost(scan.bad);
    if (lost == 0) {
        std::printf("%s: all %zu blocks are sound.\n", path.c_str(), image->block_count());
        return exit_fine;
    }
    std::printf("%s: %s damaged, of %zu.\n", path.c_str(), counted_text(lost, "block is", "blocks are").c_str(), image->block_count());
    CLOOP_LET(filesystem, Filesystem::open(image));
    CLOOP_LET(hits, find_hit_nodes(*filesystem, scan.bad, image->block_size()));
    for (const HitNode &hit : hits) std::printf("damaged: %s\n", printable(filesystem->path(hit.node)).c_str());
    return exit_damaged;
}

/// Suspends the device, ejects its disc, and goes on when the disc is back.
Result<int> suspend(const std::string &path) {
    CLOOP_LET(device, CloopDevice::open(path));
    std::string image;
    for (const auto &attached : attached_devices())
        if (attached.path == device.path()) image = attached.backing_file;
    if (image.empty()) return fail(ErrorCode::not_attached, device.path());
    CLOOP_LET(disc, Disc::find(image));
    CLOOP_LET(parts, parts_of(image));
    // This program lies in memory, but its stack and its libraries' data are made as they are needed.
    if (::mlockall(MCL_CURRENT | MCL_FUTURE) != 0) return fail_errno(ErrorCode::system, device.path());
    std::signal(SIGHUP, SIG_IGN);  // the terminal may end while the desktop stands still
    const auto resume = [&]() -> Status {
        CLOOP_LET(files, OpenParts::open(parts));
        return device.resume(files.fds(), parts.front());
    };
    CLOOP_TRY(device.suspend());
    if (auto ejected = disc.eject(); !ejected) {
        if (auto resumed = resume(); !resumed) (void)say(resumed.error());
        return std::unexpected(std::move(ejected).error());
    }
    CLOOP_TRY(change_disc(
        disc, {.resume = resume, .on_wanted = [] { std::puts("Put the disc back in."); }, .on_refused = [](const Error &error) { (void)say(error); }},
        {}));
    return exit_fine;
}

Result<int> eject(const std::string &drive) {
    CLOOP_LET(disc, Disc::find(drive));
    CLOOP_TRY(disc.eject());
    return exit_fine;
}

struct Command {
    std::string_view name;
    Result<int> (*run)(const std::string &argument);
};
constexpr std::array commands{Command{"attach", attach}, Command{"detach", detach}, Command{"check", check}, Command{"suspend", suspend},
                              Command{"eject", eject}};

constexpr const char *usage = "cloop-live COMMAND ARGUMENT\n"
                              "  attach IMAGE    make a device of an image, a part of a split set for all of it, and print its name\n"
                              "  detach DEVICE\n"
                              "  check IMAGE     decode all blocks, and name the files that damage costs\n"
                              "  suspend DEVICE  let the disc out, and go on when it is back\n"
                              "  eject DRIVE\n";

int run(int argc, char **argv) {
    for (const Command &command : commands) {
        if (argc != 3 || command.name != argv[1]) continue;
        const auto status = command.run(argv[2]);
        return status ? *status : say(status.error());
    }
    std::fputs(usage, stderr);
    return exit_environment;
}

} // namespace

} // namespace cloop::live

int main(int argc, char **argv) {
    cloop::open_standard_streams();
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    try {
        return cloop::live::run(argc, argv);
    } catch (const std::exception &) {
        return cloop::live::say({.code = cloop::ErrorCode::out_of_memory});
    }
}
