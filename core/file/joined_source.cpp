// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/joined_source.h"

#include <algorithm>

namespace cloop {

JoinedSource::JoinedSource(std::vector<SourcePtr> parts, std::string name) : parts_(std::move(parts)), starts_{0}, name_(std::move(name)) {
    for (const auto &part : parts_) starts_.push_back(starts_.back() + part->size());
}

Result<std::size_t> JoinedSource::read_at(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset >= size()) return 0;
    std::size_t done = 0;
    auto part = static_cast<std::size_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin() - 1);
    for (; done < out.size() && part < parts_.size(); ++part) {
        const std::uint64_t within = offset + done - starts_[part];
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(out.size() - done, parts_[part]->size() - within));
        auto got = parts_[part]->read_at(within, out.subspan(done, wanted));
        if (!got) return got;
        done += *got;
        if (*got < wanted) break;
    }
    return done;
}

Status JoinedSource::check_unchanged() const {
    for (const auto &part : parts_) CLOOP_TRY(part->check_unchanged());
    return {};
}

} // namespace cloop
