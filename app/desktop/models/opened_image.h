// SPDX-License-Identifier: GPL-3.0-or-later
// An image that is open: its reader, and the file system inside where there is one.

#pragma once

#include "archive/image_archive.h"
#include "image/image_reader.h"
#include "job/damage.h"

#include <QString>

#include <memory>

namespace cloop::desktop {

struct OpenedImage {
    QString path;
    std::shared_ptr<const ImageReader> image;
    std::shared_ptr<const Filesystem> filesystem;  ///< null: none inside that can be read
    Error withoutFilesystem{};                     ///< why it is null, and what there is instead
    std::shared_ptr<const ExtentMap> extents;      ///< null with it
    std::shared_ptr<const ImageArchive> archive;   ///< null with it
    std::optional<std::vector<Extent>> places;     ///< where the image's bytes lie on the disc or in the ISO that holds it, where one does

    /// Opens what open_image() opens, and reads the tree inside. For a thread beside the window's. Errors: those of open_image().
    static Result<OpenedImage> open(const QString &path, const std::stop_token &stop);

    /// The same for a file inside another one's content. Errors: those of ImageReader::open(); cancelled.
    static Result<OpenedImage> openInside(const OpenedImage &outer, NodeId node, const std::stop_token &stop);

    /// What has bytes in blocks [first, last): files, folders, structures.
    std::vector<NodeId> nodesIn(std::size_t first, std::size_t last) const;

    /// The paths of what has bytes in blocks [first, last), at most `most` of them.
    QStringList pathsIn(std::size_t first, std::size_t last, qsizetype most) const;

private:
    static Result<OpenedImage> around(const QString &path, std::shared_ptr<const ImageReader> image, const std::stop_token &stop);
};

} // namespace cloop::desktop
