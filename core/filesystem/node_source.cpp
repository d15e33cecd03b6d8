// SPDX-License-Identifier: GPL-3.0-or-later
#include "filesystem/node_source.h"

#include "base/precondition.h"

#include <algorithm>

namespace cloop {

NodeSource::NodeSource(const std::shared_ptr<const Filesystem> &filesystem, NodeId node)
    : NodeSource(filesystem, std::span(&node, 1), filesystem->path(node)) {}

NodeSource::NodeSource(std::shared_ptr<const Filesystem> filesystem, std::span<const NodeId> nodes, const std::string &name)
    : filesystem_(std::move(filesystem)), starts_{0}, name_(filesystem_->content().name() + ":" + name) {
    const auto add = [&](Extent extent) {
        extents_.push_back(extent);
        starts_.push_back(starts_.back() + extent.size);
    };
    for (const NodeId id : nodes) {
        const std::uint64_t begin = starts_.back();
        for (const Extent &extent : (*filesystem_)[id].extents) add(extent);
        // What the content does not hold of a file must not move the next ones.
        const std::uint64_t held = starts_.back() - begin, size = (*filesystem_)[id].size;
        if (held < size && id != nodes.back()) add({filesystem_->content().size(), size - held});
    }
}

Result<std::size_t> NodeSource::read_at(std::uint64_t offset, std::span<std::byte> out) const {
    if (offset >= size()) return 0;
    std::size_t done = 0;
    for (std::size_t i = extent_at(offset); i < extents_.size() && done < out.size(); ++i) {
        const std::uint64_t within = offset + done - starts_[i];
        const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(out.size() - done, extents_[i].size - within));
        auto got = filesystem_->content().read_at(extents_[i].offset + within, out.subspan(done, wanted));
        if (!got) return got;
        done += *got;
        if (*got < wanted) break;
    }
    return done;
}

std::uint64_t NodeSource::lost_until(std::uint64_t offset) const {
    const std::size_t i = extent_at(offset);
    const std::uint64_t at = extents_[i].offset + (offset - starts_[i]);
    return std::min(offset + (filesystem_->content().lost_until(at) - at), starts_[i + 1]);
}

/// Pre: offset < size().
std::size_t NodeSource::extent_at(std::uint64_t offset) const {
    CLOOP_PRE(offset < size());
    return static_cast<std::size_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin() - 1);
}

} // namespace cloop
