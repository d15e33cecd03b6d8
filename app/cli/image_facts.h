// SPDX-License-Identifier: GPL-3.0-or-later
// Describes images and their damage for the commands' output.

#pragma once

#include "session.h"

#include "image/image_reader.h"
#include "report/damage_report.h"

namespace cloop::cli {

std::string version_text(const Head &head);

/// The report of what is lost of an image, with the files inside where there is a file system.
DamageReport damage_of(const std::shared_ptr<const ImageReader> &image, std::vector<LostBlocks> lost, const std::stop_token &stop);

/// The first lines of each kind, and how many more there are.
std::string to_text(const DamageReport &damage);

/// Ends a command with an error: for a damaged block, the message adds the lost files and `advice`.
int fail_at_block(const std::shared_ptr<const ImageReader> &image, const Error &error, const std::string &advice, Session &session);

/// Warns if the image is a split set whose last part is missing.
void warn_of_missing_part(const std::string &name, const ImageReader &image, Session &session);

/// Warns if `name` is a live disc with more images than the one opened.
void warn_of_other_images(const std::string &name, const ImageReader &image, Session &session);

/// A callback that warns if the output will probably not fit: "x.cloop: about 700 MiB are needed, 512 MiB are free".
std::function<void(std::uint64_t likely, std::uint64_t room)> warn_of_little_room(const std::string &output, Session &session);

/// The file system in the image; null if there is none.
std::shared_ptr<const Filesystem> filesystem_of(const std::shared_ptr<const ImageReader> &image, const std::stop_token &stop);

/// "ISO 9660 file system, volume KNOPPIX", "squashfs file system", …; empty if unknown.
std::string content_text(const std::shared_ptr<const ImageReader> &image);

} // namespace cloop::cli
