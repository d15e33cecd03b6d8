// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/archive_pass.h"

#include "base/byte_order.h"
#include "base/utf8.h"
#include "source/unpacked_stream.h"
#include "source/zip_names.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <clocale>
#include <cstring>

namespace cloop {

namespace {

/// libarchive converts names to the locale's encoding: sets the thread's locale temporarily, because a library must not change that of the process.
class NameLocale {
public:
    enum class Names { as_they_are, as_utf8 };

    explicit NameLocale(Names names) : before_(locale_for(names) ? ::uselocale(locale_for(names)) : nullptr) {}
    ~NameLocale() {
        if (before_) ::uselocale(before_);
    }
    NameLocale(const NameLocale &) = delete;
    NameLocale &operator=(const NameLocale &) = delete;

private:
    /// Null in an initrd without locales, where 7z names are limited to ASCII.
    static locale_t locale_for(Names names) {
        static const locale_t bytes = ::newlocale(LC_CTYPE_MASK, "C", nullptr), utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return names == Names::as_utf8 ? utf8 : bytes;
    }

    locale_t before_;
};

bool has_tar_magic(const ByteSource &file) {
    std::array<std::byte, 5> magic;
    const auto got = file.read_at(257, magic);
    return got && *got == magic.size() && std::memcmp(magic.data(), "ustar", magic.size()) == 0;
}

/// Whether a ZIP or 7z lacks its directory, which lies at the end and may be cut off. The header of a 7z has its offset.
bool lacks_directory(const ByteSource &file, ErrorCode as_seen) {
    std::array<std::byte, 32> begin{};
    const auto got = file.read_at(0, begin);
    if (!got || *got == 0) return got.has_value();
    if (as_seen == ErrorCode::no_archive) return std::memcmp(begin.data(), "PK\3\4", 4) == 0;
    const auto offset = load_le<std::uint64_t>(&begin[12]), size = load_le<std::uint64_t>(&begin[20]);
    return std::memcmp(begin.data(), "7z\xBC\xAF\x27\x1C", 6) == 0 &&
           (offset > file.size() || size > file.size() - offset || file.size() - offset - size < 32);
}

/// The value of a system.posix_acl_… attribute; empty if there is no such list. linux/posix_acl_xattr.h
std::string acl_in(archive_entry *entry, int type) {
    std::string value;
    const auto append = [&]<class T>(T number) {
        std::array<std::byte, sizeof(T)> bytes;
        store_le(bytes.data(), number);
        value.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    };
    archive_entry_acl_reset(entry, type);
    int of_type = 0, permissions = 0, tag = 0, id = 0;
    for (const char *name = nullptr; archive_entry_acl_next(entry, type, &of_type, &permissions, &tag, &id, &name) == ARCHIVE_OK;) {
        const std::uint16_t number = tag == ARCHIVE_ENTRY_ACL_USER_OBJ    ? 0x01
                                     : tag == ARCHIVE_ENTRY_ACL_USER      ? 0x02
                                     : tag == ARCHIVE_ENTRY_ACL_GROUP_OBJ ? 0x04
                                     : tag == ARCHIVE_ENTRY_ACL_GROUP     ? 0x08
                                     : tag == ARCHIVE_ENTRY_ACL_MASK      ? 0x10
                                                                          : 0x20;
        if (value.empty()) append(std::uint32_t{2});
        append(number);
        append(static_cast<std::uint16_t>(permissions & 7));
        append(number == 0x02 || number == 0x08 ? static_cast<std::uint32_t>(id) : UINT32_MAX);
    }
    return value;
}

/// As stat() shows it: where there is a mask, it stands in the group's place, which libarchive fills from the list.
mode_t mode_of(archive_entry *entry) {
    constexpr int type = ARCHIVE_ENTRY_ACL_TYPE_ACCESS;
    mode_t mode = archive_entry_mode(entry);
    archive_entry_acl_reset(entry, type);
    int of_type = 0, permissions = 0, tag = 0, id = 0;
    for (const char *name = nullptr; archive_entry_acl_next(entry, type, &of_type, &permissions, &tag, &id, &name) == ARCHIVE_OK;)
        if (tag == ARCHIVE_ENTRY_ACL_MASK) mode = (mode & ~mode_t{070}) | static_cast<mode_t>(permissions & 7) << 3;
    return mode;
}

ExtendedAttributes attributes_in(archive_entry *entry) {
    ExtendedAttributes attributes;
    archive_entry_xattr_reset(entry);
    const char *name = nullptr;
    const void *value = nullptr;
    for (std::size_t size = 0; archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK;)
        attributes.emplace(name, std::string(static_cast<const char *>(value), size));
    if (auto list = acl_in(entry, ARCHIVE_ENTRY_ACL_TYPE_ACCESS); !list.empty()) attributes.emplace("system.posix_acl_access", std::move(list));
    if (auto list = acl_in(entry, ARCHIVE_ENTRY_ACL_TYPE_DEFAULT); !list.empty()) attributes.emplace("system.posix_acl_default", std::move(list));
    return attributes;
}

/// Whether the end record of a ZIP counts more volumes (.z01, .z02, … .zip). PKWARE's APPNOTE.TXT, 4.3.16.
bool is_last_volume(const ByteSource &file) {
    std::array<std::byte, 22> end;
    const auto got = file.size() < end.size() ? Result<std::size_t>(0) : file.read_at(file.size() - end.size(), end);
    return got && *got == end.size() && std::memcmp(end.data(), "PK\5\6", 4) == 0 && load_le<std::uint16_t>(&end[4]) > 0;
}

} // namespace

ArchivePass::ArchivePass(SourcePtr file) : file_(std::move(file)), reader_(archive_read_new()) {
    if (!reader_) throw std::bad_alloc();
}

ArchivePass::~ArchivePass() = default;

Result<std::unique_ptr<ArchivePass>> ArchivePass::open(SourcePtr file, const std::stop_token &stop) {
    std::unique_ptr<ArchivePass> pass(new ArchivePass(file));
    pass->stop_ = stop;
    archive *reader = pass->reader_.get();
    archive_read_support_format_tar(reader);
    CLOOP_LET(unpacked, open_unpacked(file, stop));
    if (unpacked) {
        pass->is_tar_ = true;
        pass->unpacked_ = unpacked.get();
        pass->feed_ = std::make_unique<ArchiveFeed>(std::move(unpacked), stop);
    } else {
        CLOOP_LET(names, zip_names_as_stored(std::move(file), stop));
        // Don't use the streaming ZIP reader: it accepts cut archives and ignores links. Only empty ones need it, because the seeking reader rejects
        // them.
        (names.is_empty ? archive_read_support_format_zip_streamable : archive_read_support_format_zip_seekable)(reader);
        archive_read_support_format_7zip(reader);
        pass->names_are_of_dos_ = names.are_of_dos;
        pass->is_tar_ = has_tar_magic(*names.source);
        pass->feed_ = std::make_unique<ArchiveFeed>(std::move(names.source), stop);
    }
    if (auto opened = pass->feed_->open(reader); !opened) return std::unexpected(pass->more_exact(opened.error()));
    return pass;
}

Result<const ArchiveEntry *> ArchivePass::next() {
    // libarchive skips unread data itself, without decoding or with reads that check for a stop; in a 7z it does neither, so drain.
    if (number_ >= 0 && archive_format(reader_.get()) == ARCHIVE_FORMAT_7ZIP) CLOOP_TRY(drain());
    // libarchive composes pax names, which are UTF-8, to NFC, so that two files could become one. With a locale that can't hold them it gives up
    // (EILSEQ) and leaves them unchanged. 7z names are UTF-16 and must be converted.
    const NameLocale locale(is_tar_ ? NameLocale::Names::as_they_are : NameLocale::Names::as_utf8);
    archive_entry *entry = nullptr;
    const int state = archive_read_next_header(reader_.get(), &entry);
    if (state == ARCHIVE_EOF) {
        CLOOP_TRY(finish());
        return nullptr;
    }
    const bool is_fine = state == ARCHIVE_OK || (state == ARCHIVE_WARN && is_tar_ && archive_errno(reader_.get()) == EILSEQ);
    if (!is_fine) return std::unexpected(more_exact(feed_->error(reader_.get())));
    ++number_;
    entry_ = describe(entry);
    position_ = block_offset_ = 0;
    block_ = {};
    has_data_ended_ = false;
    data_left_ = archive_entry_sparse_count(entry) == 0 ? entry_.size : 0;
    archive_entry_sparse_reset(entry);
    for (la_int64_t offset = 0, length = 0; archive_entry_sparse_next(entry, &offset, &length) == ARCHIVE_OK;)
        data_left_ += static_cast<std::uint64_t>(length);
    return &entry_;
}

Result<std::size_t> ArchivePass::read(std::span<std::byte> out) {
    std::size_t filled = 0;
    while (filled < out.size() && position_ < entry_.size) {
        if (block_.empty() && position_ == block_offset_) {
            CLOOP_TRY(next_block());
            continue;
        }
        const bool is_hole = position_ < block_offset_;
        const auto now = static_cast<std::size_t>(std::min<std::uint64_t>(out.size() - filled, is_hole ? block_offset_ - position_ : block_.size()));
        if (is_hole) {
            std::memset(out.data() + filled, 0, now);
        } else {
            std::memcpy(out.data() + filled, block_.data(), now);
            block_ = block_.subspan(now);
            block_offset_ += now;
        }
        position_ += now;
        filled += now;
    }
    return filled;
}

Status ArchivePass::drain() {
    while (!has_data_ended_) CLOOP_TRY(next_block());
    return {};
}

Status ArchivePass::next_block() {
    if (stop_.stop_requested()) return fail(ErrorCode::cancelled);
    if (entry_.size == 0 && !S_ISREG(entry_.attributes.mode)) {
        has_data_ended_ = true;
        return {};
    }
    const std::uint64_t end = block_offset_ + block_.size();
    const void *bytes = nullptr;
    std::size_t count = 0;
    la_int64_t offset = 0;
    const int state = archive_read_data_block(reader_.get(), &bytes, &count, &offset);
    if (state == ARCHIVE_EOF) {
        if (data_left_ > 0) return fail(ErrorCode::archive_damaged, file_->name(), entry_.path);
        has_data_ended_ = true;
        block_ = {};
        block_offset_ = entry_.size;
        return {};
    }
    if (state != ARCHIVE_OK) return std::unexpected(feed_->error(reader_.get()));
    const auto begin = static_cast<std::uint64_t>(offset);
    if (count > data_left_ || begin < end || begin > entry_.size || count > entry_.size - begin)
        return fail(ErrorCode::archive_damaged, file_->name(), entry_.path);
    data_left_ -= count;
    block_ = {static_cast<const std::byte *>(bytes), count};
    block_offset_ = begin;
    return {};
}

Status ArchivePass::finish() {
    CLOOP_TRY(feed_->finish());
    return file_->check_unchanged();
}

ArchiveEntry ArchivePass::describe(archive_entry *entry) const {
    ArchiveEntry described{.path = text(archive_entry_pathname(entry)),
                           .hard_link = text(archive_entry_hardlink(entry)),
                           .link_target = text(archive_entry_symlink(entry)),
                           .attributes = {mode_of(entry), static_cast<uid_t>(archive_entry_uid(entry)),
                                          static_cast<gid_t>(archive_entry_gid(entry)), archive_entry_mtime(entry), archive_entry_rdev(entry),
                                          static_cast<std::uint32_t>(archive_entry_mtime_nsec(entry)), attributes_in(entry)}};
    if (archive_entry_filetype(entry) == AE_IFREG) described.size = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0));
    described.may_replace = (archive_format(reader_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
    return described;
}

std::string ArchivePass::text(const char *bytes) const {
    if (!bytes) return {};
    return names_are_of_dos_ && !is_utf8(bytes) ? utf8_of_dos_name(bytes) : bytes;
}

Error ArchivePass::more_exact(Error error) const {
    const bool is_vague = error.code == ErrorCode::no_archive || error.code == ErrorCode::archive_damaged;
    if (is_vague && is_last_volume(*file_))
        return {.code = ErrorCode::archive_in_volumes, .subject = file_->name()};
    const bool is_empty = unpacked_ && error.code == ErrorCode::no_archive && feed_->offset() == 0;
    if (is_vague && (is_empty || lacks_directory(*file_, error.code))) error.code = ErrorCode::archive_cut_short;
    return error;
}

std::uint64_t ArchivePass::consumed() const { return unpacked_ ? unpacked_->consumed() : feed_->offset(); }

bool ArchivePass::lacks_end_mark() const {
    return (archive_format(reader_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR && feed_->ended_without_zeros();
}

} // namespace cloop
