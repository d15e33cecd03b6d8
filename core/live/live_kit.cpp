// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/live_kit.h"

#include "base/read_all.h"
#include "file/file_source.h"

#include <filesystem>

namespace cloop {

Result<LiveKit> LiveKit::find() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto folder = program.parent_path().parent_path() / "share/cloopsmith/live";
    if (error || !std::filesystem::is_directory(folder, error)) return fail(ErrorCode::live_kit_missing, folder.string());
    return LiveKit(folder.string());
}

Result<std::vector<std::byte>> LiveKit::read(std::string_view name) const {
    const std::string path = folder_ + "/" + std::string(name);
    const auto file = FileSource::open(path);
    if (!file) return fail(ErrorCode::live_kit_missing, path);
    return read_all(**file);
}

} // namespace cloop
