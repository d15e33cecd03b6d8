// SPDX-License-Identifier: GPL-3.0-or-later
// The initrd of a live disc: busybox, our scripts and programs, and the kernel's modules.

#pragma once

#include "filesystem/filesystem.h"
#include "live/cpio_writer.h"
#include "live/kernel_modules.h"
#include "live/live_kit.h"
#include "live/live_plan.h"

#include <stop_token>
#include <string>
#include <vector>

namespace cloop {

struct InitrdParts {
    const LiveKit &kit;
    const Filesystem &root;                     ///< the root file system, with the modules
    const LiveKernel &kernel;
    std::span<const std::byte> cloop_module{};  ///< cloop.ko for it; empty: none, and cloop-fuse takes its place
};

/// Everything but the disc's id. Errors: live_kit_missing; kernel_lacks_driver, with its name; those of reading the root.
Result<CpioWriter> fill_initrd(const InitrdParts &parts, const std::stop_token &stop);

/// By the root's lists of modules. Errors: those of reading them.
Result<std::vector<DriveKind>> drives_without_driver(const Filesystem &root, const LiveKernel &kernel);

/// Compressed as kernels take it: xz with CRC32. Error: out_of_memory.
Result<std::vector<std::byte>> packed_initrd(std::span<const std::byte> archive);

} // namespace cloop
