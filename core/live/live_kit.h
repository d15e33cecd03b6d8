// SPDX-License-Identifier: GPL-3.0-or-later
// The files of ours that every live disc holds: GRUB's images, the initrd's programs and scripts. They are made when Cloopsmith is built.

#pragma once

#include "base/error.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cloop {

class LiveKit {
public:
    /// Beside the running program: ../share/cloopsmith/live. Error: live_kit_missing.
    static Result<LiveKit> find();

    /// Error: live_kit_missing, with the file's path.
    Result<std::vector<std::byte>> read(std::string_view name) const;

    const std::string &folder() const { return folder_; }

private:
    explicit LiveKit(std::string folder) : folder_(std::move(folder)) {}

    std::string folder_;
};

} // namespace cloop
