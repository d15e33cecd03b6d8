// SPDX-License-Identifier: GPL-3.0-or-later
#include "old_readers.h"

#include "text/language.h"

namespace cloop::cli {

std::vector<std::string> old_readers_that_fail(const Head &head, std::uint64_t image_size, bool has_plain_blocks) {
    std::vector<std::string> sentences;
    if (head.version == Version::v4)
        sentences.push_back(tr("Version 4 is read by cloop 4.x and later only; QEMU and the older drivers take version 2 (-f v2)."));
    if (head.version == Version::v0 || head.version == Version::v1)
        sentences.push_back(tr("This version is so old that no driver of today reads it; cloop convert makes a newer one."));
    if (has_plain_blocks) sentences.push_back(tr("Blocks of codec none can't be read by the drivers 4.3 and 5.3."));
    if (head.block_size > 1u << 20) sentences.push_back(tr("Blocks above 1 MiB can't be read by the driver 5.3."));
    if (head.padded_size() >= std::uint64_t{1} << 41) sentences.push_back(tr("Content of 2 TiB or more is cut short by QEMU and the old drivers."));
    if (image_size < 4096) sentences.push_back(tr("Images below 4096 bytes can't be read by the driver 3.14."));
    return sentences;
}

} // namespace cloop::cli
