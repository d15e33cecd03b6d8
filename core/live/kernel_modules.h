// SPDX-License-Identifier: GPL-3.0-or-later
// Which modules of a kernel an initrd needs, and their files.
//
// Source: kmod's modules.dep(5) and depmod.d; kernel/module/main.c for .modinfo.

#pragma once

#include "filesystem/filesystem.h"

#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace cloop {

/// The modules of one kernel by their file modules.dep.
class ModuleTable {
public:
    /// `text`: of modules.dep. Lines that make no sense are passed over.
    explicit ModuleTable(std::string_view text);

    /// What the wanted modules need, each after what it needs itself: paths from the folder of modules. `wanted`: names, with '-' or '_'; a name that
    /// ends with '/' is a folder, "kernel/drivers/ata/". Unknown names are built into the kernel, or not made for it.
    std::vector<std::string> closure(std::span<const std::string_view> wanted) const;

    /// Names of the modules that `path` needs, as modules.dep has them.
    std::vector<std::string> needs(const std::string &path) const;

    bool has(std::string_view name) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> needs_;  ///< by path
    std::map<std::string, std::string, std::less<>> paths_;  ///< by name with '_'
};

/// "kernel/fs/isofs/isofs.ko.xz" → "isofs".
std::string module_name(std::string_view path);

/// What a computer may start a disc from, beside a CD drive on an old controller.
enum class DriveKind : std::uint8_t { usb, sata, nvme, memory_card };

/// The kinds whose driver is neither a module nor built in. `builtin`: the text of modules.builtin.
std::vector<DriveKind> kinds_without_driver(const ModuleTable &modules, std::string_view builtin);

/// The modules of drives, and what a live disc is made of.
std::span<const std::string_view> modules_of_live_disc();

/// A module's file, decompressed, by any of the ways that kernels store them. Errors: those of the source and of decompressing.
Result<std::vector<std::byte>> unpacked_module(SourcePtr file, const std::stop_token &stop);

/// Names of the modules that an unpacked one depends on, by its .modinfo.
std::vector<std::string> needs_of_module(std::span<const std::byte> module);

/// The lines of modules.alias that lead to one of the modules.
std::string aliases_of(std::string_view text, std::span<const std::string> paths);

} // namespace cloop
