// SPDX-License-Identifier: GPL-3.0-or-later
#include "source/iso_content.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace cloop {

namespace {

/// File system id of our streams: any number that libisofs does not use itself.
constexpr unsigned content_fs_id = 0x636c6f70;

struct IsoContent {
    std::shared_ptr<FileContent> content;
    std::shared_ptr<ContentTroubles> troubles;
    std::uint64_t size;
    std::uint64_t identity;
    std::uint64_t done = 0;
    bool is_lost = false;  ///< the rest can't be read: zeros to the end
};

IsoContent &content_of(IsoStream *stream) { return *static_cast<IsoContent *>(stream->data); }

// noexcept, because libisofs is C.

int open_content(IsoStream *stream) noexcept {
    IsoContent &file = content_of(stream);
    file.done = 0;
    file.is_lost = true;
    try {
        auto opened = file.content->open();
        file.is_lost = !opened;
        if (!opened) file.troubles->add(opened.error());
    } catch (const std::bad_alloc &) {
        file.troubles->add_out_of_memory();
    }
    return 1;
}

int close_content(IsoStream *stream) noexcept {
    content_of(stream).content->close();
    return 1;
}

off_t content_size(IsoStream *stream) { return static_cast<off_t>(content_of(stream).size); }

int read_content(IsoStream *stream, void *buffer, size_t count) noexcept {
    IsoContent &file = content_of(stream);
    const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(count, file.size - file.done));
    std::size_t got = 0;
    if (!file.is_lost) try {
            std::vector<Error> losses;
            auto read = file.content->read({static_cast<std::byte *>(buffer), wanted}, losses);
            for (Error &loss : losses) file.troubles->add(std::move(loss));
            if (read && *read == wanted) {
                got = wanted;
            } else {
                file.is_lost = true;
                file.troubles->add(read ? Error{.code = ErrorCode::source_changed} : read.error());
            }
        } catch (const std::bad_alloc &) {
            file.is_lost = true;
            file.troubles->add_out_of_memory();
        }
    std::memset(static_cast<char *>(buffer) + got, 0, wanted - got);
    file.done += wanted;
    return static_cast<int>(wanted);
}

int content_is_repeatable(IsoStream *) { return 1; }

void content_id(IsoStream *stream, unsigned *fs, dev_t *device, ino_t *inode) {
    *fs = content_fs_id;
    *device = 0;
    *inode = content_of(stream).identity;
}

void free_content(IsoStream *stream) { delete &content_of(stream); }
int update_content_size(IsoStream *) { return 1; }
IsoStream *content_input(IsoStream *, int) { return nullptr; }

IsoStreamIface content_methods = {
    4,           {'u', 's', 'e', 'r'}, open_content, close_content,       content_size,  read_content, content_is_repeatable,
    content_id,  free_content,         update_content_size, content_input, nullptr,       nullptr,
};

} // namespace

IsoStream *new_content_stream(std::shared_ptr<FileContent> content, std::shared_ptr<ContentTroubles> troubles, std::uint64_t size,
                              std::uint64_t identity) {
    auto data = std::make_unique<IsoContent>(std::move(content), std::move(troubles), size, identity);
    // libisofs frees the stream with free(), its data by our method.
    auto *stream = static_cast<IsoStream *>(std::malloc(sizeof(IsoStream)));
    if (stream) *stream = {&content_methods, 1, data.release()};
    return stream;
}

std::uint64_t &identity_of_content(IsoStream *stream) { return content_of(stream).identity; }

} // namespace cloop
