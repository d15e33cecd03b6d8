// SPDX-License-Identifier: GPL-3.0-or-later
// What commands tell of an image, in words and numbers.

#pragma once

#include "json_stream.h"
#include "session.h"

#include "image/image_reader.h"
#include "job/damage.h"
#include "scan/block_scan.h"

namespace cloop::cli {

std::string version_text(const Head &head);

/// The lost ranges, and the files they hit. JSON keys: "damaged_ranges"; where there is a file system, "files" and
/// "incomplete_directories".
struct DamageReport {
    Json json;         ///< of each the first thousand; "more_files" and the like tell how many more
    std::string text;  ///< of each the first few, and how many more
    std::function<void(JsonStream &, const std::stop_token &)> write_all;  ///< all, as members of the object that is open. Pre: `lost` is still there
};
DamageReport describe_damage(const std::shared_ptr<const ImageReader> &image, const std::vector<LostBlocks> &lost, const std::stop_token &stop);

/// Ends a command at an error: where a block of the image is to blame, its sentence also tells what is lost with it, and `advice`.
int fail_at_block(const std::shared_ptr<const ImageReader> &image, const Error &error, const std::string &advice, Session &session);

/// A sentence where the image is a split set whose last part is missing.
void warn_of_missing_part(const std::string &name, const ImageReader &image, Session &session);

/// A sentence where `name` is a live disc with more images than the one that was taken.
void warn_of_other_images(const std::string &name, const ImageReader &image, Session &session);

/// A sentence where an output will probably not fit: "x.cloop: about 700 MiB are needed, 512 MiB are free".
std::function<void(std::uint64_t likely, std::uint64_t room)> warn_of_little_room(const std::string &output, Session &session);

/// The file system inside. Null where there is none.
std::shared_ptr<const Filesystem> filesystem_of(const std::shared_ptr<const ImageReader> &image, const std::stop_token &stop);

/// "ISO 9660 file system, volume KNOPPIX", "squashfs file system", …; empty where the content is not known.
std::string content_text(const std::shared_ptr<const ImageReader> &image);

} // namespace cloop::cli
