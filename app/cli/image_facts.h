// What commands tell of an image, in words and numbers.

#pragma once

#include "session.h"

#include "image/image_reader.h"
#include "job/damage.h"

namespace cloop::cli {

std::string version_text(const Head &head);
std::string_view state_name(BlockState state);
std::string codec_name(std::uint8_t codec);

/// The damaged and unreadable ranges, and the files they hit. JSON keys: "damaged_ranges", "files".
struct DamageReport {
    Json json;
    std::string text;
};
DamageReport describe_damage(const ImageReader &image, const ScanResult &scan, const Filesystem *filesystem);

/// The file system inside, with the scan's damage in mind. Null where there is none.
std::shared_ptr<const Filesystem> filesystem_of(const std::shared_ptr<const ImageReader> &image);

/// "ISO 9660 file system, volume KNOPPIX", "squashfs", …; empty where the content is not known.
std::string content_text(const std::shared_ptr<const ImageReader> &image);

} // namespace cloop::cli
