// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/archive_feed.h"

#include "base/zeros.h"

#include <archive.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <new>

namespace cloop {

void CloseArchive::operator()(archive *reader) const { archive_read_free(reader); }

ArchiveFeed::ArchiveFeed(SourcePtr source, std::stop_token stop) : source_(std::move(source)), stop_(std::move(stop)), buffer_(256 * 1024) {}
ArchiveFeed::ArchiveFeed(std::unique_ptr<ByteStream> stream, std::stop_token stop)
    : stream_(std::move(stream)), stop_(std::move(stop)), buffer_(256 * 1024) {}

const std::string &ArchiveFeed::name() const { return source_ ? source_->name() : stream_->name(); }

struct ArchiveFeed::Callbacks {
    static ArchiveFeed &of(void *feed) { return *static_cast<ArchiveFeed *>(feed); }

    /// Catches all exceptions, because libarchive is C.
    static Result<std::size_t> fill(ArchiveFeed &feed) try {
        if (feed.stop_.stop_requested()) return fail(ErrorCode::cancelled);
        return feed.source_ ? feed.source_->read_at(feed.offset_, feed.buffer_) : feed.stream_->read(feed.buffer_);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::out_of_memory);
    }

    static la_ssize_t read(archive *reader, void *self, const void **bytes) noexcept {
        ArchiveFeed &feed = of(self);
        auto got = fill(feed);
        if (!got) {
            feed.error_ = std::move(got).error();
            archive_set_error(reader, EIO, "the source");
            return -1;
        }
        if (*got == 0) feed.was_read_past_its_end_ = true;
        else feed.last_are_zeros_ = *got >= 512 && is_all_zero(std::span(feed.buffer_).subspan(*got - 512, 512));
        feed.offset_ += *got;
        *bytes = feed.buffer_.data();
        return static_cast<la_ssize_t>(*got);
    }

    static la_int64_t skip(archive *, void *self, la_int64_t count) {
        // Skip at most to the end, because a skip past it would hide that the source is cut.
        ArchiveFeed &feed = of(self);
        const auto left = static_cast<la_int64_t>(feed.source_->size() - std::min(feed.offset_, feed.source_->size()));
        count = std::clamp<la_int64_t>(count, 0, left);
        feed.offset_ += static_cast<std::uint64_t>(count);
        feed.last_are_zeros_ = false;
        return count;
    }

    static la_int64_t seek(archive *, void *self, la_int64_t offset, int whence) {
        ArchiveFeed &feed = of(self);
        const auto size = static_cast<la_int64_t>(feed.source_->size());
        const la_int64_t from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? static_cast<la_int64_t>(feed.offset_) : size;
        feed.was_read_past_its_end_ = offset > size - from;
        if (feed.was_read_past_its_end_ || offset < -from) return ARCHIVE_FAILED;
        feed.offset_ = static_cast<std::uint64_t>(from + offset);
        return from + offset;
    }
};

Status ArchiveFeed::open(archive *reader) {
    archive_read_set_callback_data(reader, this);
    archive_read_set_read_callback(reader, Callbacks::read);
    if (source_) {
        archive_read_set_skip_callback(reader, Callbacks::skip);
        archive_read_set_seek_callback(reader, Callbacks::seek);
    }
    return archive_read_open1(reader) == ARCHIVE_OK ? Status() : std::unexpected(error(reader));
}

Error ArchiveFeed::error(archive *reader) const {
    if (error_) return Error(*error_).at(name());
    const char *words = archive_error_string(reader);
    const std::string text = words ? words : "";
    const auto says = [&](std::string_view word) { return text.find(word) != text.npos; };
    Error error{.code = ErrorCode::archive_damaged, .subject = name(), .detail = text};
    // libarchive has no error numbers for these.
    if (archive_errno(reader) == ENOMEM) error = {.code = ErrorCode::out_of_memory};
    else if (says("ncrypted") || says("assphrase")) error.code = ErrorCode::archive_encrypted;
    else if (says("Unrecognized archive format")) error.code = ErrorCode::no_archive;
    else if (says("nsupported") || says("not supported") || says("too much memory")) error.code = ErrorCode::archive_method_unknown;
    else if (was_read_past_its_end_) error.code = ErrorCode::archive_cut_short;
    return error;
}

Status ArchiveFeed::finish() {
    for (bool has_ended = source_ != nullptr; !has_ended;) {
        auto got = stream_->read(buffer_);
        if (!got) return std::unexpected(std::move(got).error().at(name()));
        has_ended = *got == 0;
    }
    return {};
}

} // namespace cloop
