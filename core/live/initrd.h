// SPDX-License-Identifier: GPL-3.0-or-later
// The initrd of a live disc. It is two archives, which the kernel unpacks one after the other: the programs and scripts, which are the same for every
// disc and packed when Cloopsmith is built (app/initrd); then the kernel's modules and the disc's id.

#pragma once

#include "filesystem/filesystem.h"
#include "live/cpio_writer.h"
#include "live/kernel_modules.h"
#include "live/live_plan.h"

#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

/// Adds folders before what lies in them, each once.
class InitrdTree {
public:
    /// `path` has no leading slash.
    void add_file(const std::string &path, unsigned permissions, std::span<const std::byte> bytes);
    /// A character device.
    void add_device(const std::string &path, unsigned permissions, unsigned major, unsigned minor);

    /// What is there so far.
    std::span<const std::byte> bytes() const { return archive_.bytes(); }

    /// As kernels take it: xz with CRC32, `level` as xz's, filled up to a multiple of four bytes so that another may follow. Call once.
    /// Error: out_of_memory.
    Result<std::vector<std::byte>> pack(std::uint32_t level) &&;

private:
    void add_folders_of(const std::string &path);

    CpioWriter archive_;
    std::set<std::string> folders_;
};

/// The modules of a kernel that start a live disc, with those that `cloop_module` needs, and the tables by which busybox's modprobe finds them.
/// `cloop_module`: cloop.ko for it; empty: none, and cloop-fuse takes its place.
/// Errors: kernel_lacks_driver, with its name; those of reading the root.
Status add_modules(InitrdTree &tree, const Filesystem &root, const LiveKernel &kernel, std::span<const std::byte> cloop_module,
                   const std::stop_token &stop);

/// By the root's lists of modules; none where they do not tell what is built in. Errors: those of reading them.
Result<std::vector<DriveKind>> drives_without_driver(const Filesystem &root, const LiveKernel &kernel);

} // namespace cloop
