// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/head_apart_sink.h"

#include "base/byte_order.h"
#include "file/joined_source.h"
#include "format/head.h"

#include <algorithm>

namespace cloop {

// An ImageWriter first either leaves room for head and index, or writes the head, which gives the size of the index.
Status HeadApartSink::write(std::span<const std::byte> bytes) {
    if (boundary_ == 0) boundary_ = head_size + 8 * (std::uint64_t{load_be<std::uint32_t>(bytes.data() + head_size - 4)} + 1);
    const auto to_head = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), boundary_ - head_.size()));
    CLOOP_TRY(head_.write(bytes.first(to_head)));
    return body_->write(bytes.subspan(to_head));
}

Status HeadApartSink::write_zeros(std::uint64_t count) {
    if (boundary_ == 0) boundary_ = count;
    const std::uint64_t to_head = std::min(count, boundary_ - head_.size());
    CLOOP_TRY(head_.write_zeros(to_head));
    return body_->write_zeros(count - to_head);
}

Status HeadApartSink::patch(std::uint64_t offset, std::span<const std::byte> bytes) {
    const auto to_head = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), boundary_ - std::min(offset, boundary_)));
    if (to_head > 0) CLOOP_TRY(head_.patch(offset, bytes.first(to_head)));
    if (to_head == bytes.size()) return {};
    return body_->as_file()->patch(offset + to_head - boundary_, bytes.subspan(to_head));
}

Result<SourcePtr> HeadApartSink::read_back() {
    auto head = head_.read_back();
    if (!head) return head;
    auto body = body_->as_file()->read_back();
    if (!body) return body;
    return std::make_shared<JoinedSource>(std::vector{*head, *body}, (*body)->name());
}

Status HeadApartSink::commit() {
    CLOOP_TRY(head_.sync());
    CLOOP_TRY(body_->commit());
    auto named = head_.commit();
    if (auto *body = body_->as_file(); body && !named) body->withdraw();
    return named;
}

void HeadApartSink::withdraw() {
    head_.withdraw();
    body_->as_file()->withdraw();
}

} // namespace cloop
