// SPDX-License-Identifier: GPL-3.0-or-later
// An open image: its reader, and its file system if there is one.

#pragma once

#include "archive/image_archive.h"
#include "image/image_reader.h"
#include "job/damage.h"
#include "models/known_check.h"

#include <QString>

#include <memory>

namespace cloop::desktop {

struct OpenedImage {
    QString path;
    std::shared_ptr<const ImageReader> image;
    std::shared_ptr<const Filesystem> filesystem;  ///< null: no readable one
    Error withoutFilesystem{};                     ///< why it is null
    std::shared_ptr<const ExtentMap> extents;      ///< null with it
    std::shared_ptr<const ImageArchive> archive;   ///< null with it
    std::optional<std::vector<Extent>> places;     ///< see places_on_medium()
    QString checkKey{};                            ///< under which its checks are kept
    std::shared_ptr<const KnownCheck> known;       ///< by an earlier check; null: nothing

    /// Opens an image by open_image() and reads its file tree. Call outside the window's thread. Errors: those of open_image().
    static Result<OpenedImage> open(const QString &path, const std::stop_token &stop);

    /// The same for an image file, or a part of a set, inside another image. Errors: those of open_image_inside(); cancelled.
    static Result<OpenedImage> openInside(const OpenedImage &outer, NodeId node, const std::stop_token &stop);

    /// The nodes with bytes in blocks [first, last): files, folders, structures.
    std::vector<NodeId> nodesIn(std::size_t first, std::size_t last) const;

    /// The paths of nodes with bytes in blocks [first, last), at most `limit`.
    QStringList pathsIn(std::size_t first, std::size_t last, qsizetype limit) const;

private:
    static Result<OpenedImage> around(const QString &path, const QString &checkKey, std::shared_ptr<const ImageReader> image,
                                      const std::stop_token &stop);
};

} // namespace cloop::desktop
