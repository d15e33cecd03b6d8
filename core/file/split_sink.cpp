// SPDX-License-Identifier: GPL-3.0-or-later
#include "file/split_sink.h"

#include "base/precondition.h"
#include "file/joined_source.h"
#include "file/split_parts.h"

#include <algorithm>

namespace cloop {

namespace {

std::string numbered_path(const std::string &base, std::size_t number) {
    return part_path({.base = base, .style = SplitStyle::numbered, .number = number});
}

} // namespace

Result<SplitSink> SplitSink::create(const std::string &path, std::uint64_t limit, NewFile::Replace replace, unsigned mode,
                                    const std::stop_token &stop) {
    CLOOP_PRE(limit > 2048);
    CLOOP_LET(folder, hold_folder(folder_of(path)));
    SplitSink sink(std::move(folder), path, (limit - 1) / 2048 * 2048, replace, mode, stop);
    // A higher-numbered part of an older set would be read as a part of this one.
    if (const auto there = part_numbers(sink.folder_->get(), {.base = path}); replace == NewFile::Replace::no && !there.empty())
        return fail(ErrorCode::already_exists, numbered_path(path, *there.begin()));
    CLOOP_TRY(sink.next_part());
    return sink;
}

Status SplitSink::next_part() {
    if (!parts_.empty()) CLOOP_TRY(parts_.back().flush());
    CLOOP_LET(part, NewFile::create_in(folder_, numbered_path(path_, parts_.size()), replace_, mode_, stop_));
    parts_.push_back(std::move(part));
    return {};
}

Status SplitSink::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        if (parts_.back().size() == part_size_) CLOOP_TRY(next_part());
        const auto now = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), part_size_ - parts_.back().size()));
        CLOOP_TRY(parts_.back().write(bytes.first(now)));
        bytes = bytes.subspan(now);
    }
    return {};
}

Status SplitSink::write_zeros(std::uint64_t count) {
    while (count > 0) {
        if (parts_.back().size() == part_size_) CLOOP_TRY(next_part());
        const auto now = std::min<std::uint64_t>(count, part_size_ - parts_.back().size());
        CLOOP_TRY(parts_.back().write_zeros(now));
        count -= now;
    }
    return {};
}

Status SplitSink::patch(std::uint64_t offset, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const std::uint64_t within = offset % part_size_;
        const auto now = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), part_size_ - within));
        CLOOP_TRY(parts_[static_cast<std::size_t>(offset / part_size_)].patch(within, bytes.first(now)));
        bytes = bytes.subspan(now);
        offset += now;
    }
    return {};
}

Result<SourcePtr> SplitSink::read_back() {
    std::vector<SourcePtr> sources;
    for (auto &part : parts_) {
        auto source = part.read_back();
        if (!source) return source;
        sources.push_back(std::move(*source));
    }
    return std::make_shared<JoinedSource>(std::move(sources), path_);
}

Status SplitSink::commit() {
    // Before anything old goes: a stop ends the sync.
    for (NewFile &part : parts_) CLOOP_TRY(part.sync());
    // Remove the old .000 first, so that a mix of both sets never looks complete; then the old parts beyond our last.
    for (const std::size_t number : part_numbers(folder_->get(), {.base = path_})) {
        if (number > 0 && number < parts_.size()) continue;
        const std::string path = numbered_path(path_, number);
        if (::unlinkat(folder_->get(), name_of(path).c_str(), 0) != 0) return fail_errno(ErrorCode::write_failed, path);
    }
    for (std::size_t number = parts_.size(); number-- > 0;) {
        if (auto done = parts_[number].commit(); !done) {
            withdraw();
            return done;
        }
    }
    return {};
}

void SplitSink::withdraw() {
    for (NewFile &part : parts_) part.withdraw();
}

} // namespace cloop
