// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes with zeros after them up to the end of their last sector, because a loop device leaves out a sector that is not whole.

#pragma once

#include "base/byte_source.h"

#include <algorithm>

namespace cloop::fuse {

class WholeSectors final : public ByteSource {
public:
    explicit WholeSectors(SourcePtr bytes) : bytes_(std::move(bytes)) {}

    std::uint64_t size() const override {
        constexpr std::uint64_t sector = 512;
        return (bytes_->size() + sector - 1) / sector * sector;
    }
    const std::string &name() const override { return bytes_->name(); }
    Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset >= size()) return 0;
        out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size() - offset)));
        CLOOP_LET(got, bytes_->read_at(offset, out));
        std::ranges::fill(out.subspan(got), std::byte());
        return out.size();
    }

private:
    SourcePtr bytes_;
};

} // namespace cloop::fuse
