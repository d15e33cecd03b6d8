// SPDX-License-Identifier: GPL-3.0-or-later
// Concatenates several sources.

#pragma once

#include "base/byte_source.h"

#include <vector>

namespace cloop {

class JoinedSource final : public ByteSource {
public:
    JoinedSource(std::vector<SourcePtr> parts, std::string name);

    std::uint64_t size() const override { return starts_.back(); }
    const std::string &name() const override { return name_; }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override;
    Status check_unchanged() const override;

private:
    std::vector<SourcePtr> parts_;
    std::vector<std::uint64_t> starts_;  ///< of each part, and the end
    std::string name_;
};

} // namespace cloop
