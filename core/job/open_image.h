// SPDX-License-Identifier: GPL-3.0-or-later
// Opens an image, or its content, by a user's name for it.

#pragma once

#include "filesystem/filesystem.h"
#include "image/image_reader.h"

#include <stop_token>
#include <optional>
#include <string>
#include <vector>

namespace cloop {

/// Opens a file, any part or the plain name of a split set, a drive, or a file or set inside an ISO or image ("disc.iso:/KNOPPIX/KNOPPIX").
/// For a live disc or its ISO, opens the first image in the usual places (KNOPPIX/KNOPPIX, live/root.cloop, …): the reader's name says which;
/// other_images_beside() lists the others. Errors: those of open_whole() and find_head(); path_not_found; cancelled.
Result<std::shared_ptr<const ImageReader>> open_image(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop);

/// Opens an image in a file of a file system, or in all parts of a split set there; `path`: of the file, any part, or the plain name of the set.
/// Errors: path_not_found, is_a_directory; missing_part; those of ImageReader::open().
Result<std::shared_ptr<const ImageReader>> open_image_inside(const std::shared_ptr<const Filesystem> &filesystem, const std::string &path,
                                                             const ImageReader::Options &options, const std::stop_token &stop);

/// Names, for open_image(), of the other images of the live disc that `image` lies on. Reads each head, so that other files in these places are not
/// included.
std::vector<std::string> other_images_beside(const ImageReader &image);

/// Opens the file system in an image, or a plain ISO. Errors: those of open_image() and Filesystem::open().
Result<std::shared_ptr<const Filesystem>> open_filesystem(const std::string &name, const ImageReader::Options &options, const std::stop_token &stop);

/// Where the bytes of the image lie on the disc or ISO that holds it, in order. None if the image is a separate file or lies in the content of
/// another image.
std::optional<std::vector<Extent>> places_on_medium(const ImageReader &image);

} // namespace cloop
