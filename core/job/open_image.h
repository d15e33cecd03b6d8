// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person names to an image, or to the content of one.

#pragma once

#include "filesystem/filesystem.h"
#include "image/image_reader.h"

#include <stop_token>
#include <optional>
#include <string>
#include <vector>

namespace cloop {

/// Opens a file, any part or the plain name of a split set, a drive, or a file inside an ISO or image ("disc.iso:/KNOPPIX/KNOPPIX").
/// A live disc, or an ISO of one, stands for the first image where such discs keep it (KNOPPIX/KNOPPIX, casper/filesystem.cloop, …): the reader's
/// name tells which it is, other_images_beside() what more there is.
/// Errors: those of open_whole() and find_head(); path_not_found; cancelled.
Result<std::shared_ptr<const ImageReader>> open_image(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop);

/// The names of the further images of the live disc that `image` lies on, as open_image() takes them. Other files that lie where images
/// do are not among them, because each head is read.
std::vector<std::string> other_images_beside(const ImageReader &image);

/// The content of an image, or a plain ISO itself: what has files in it. Errors: as open_image(); those of Filesystem::open().
Result<std::shared_ptr<const Filesystem>> open_filesystem(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop);

/// Where the bytes of the image lie on the disc or in the ISO that holds it, in order. None where the image is a file by itself, or lies in
/// the content of another image.
std::optional<std::vector<Extent>> places_on_medium(const ImageReader &image);

} // namespace cloop
