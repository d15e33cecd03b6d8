// An image that is open: its reader, and the file system inside where there is one.

#pragma once

#include "job/damage.h"

#include <QString>

#include <memory>

namespace cloop::desktop {

struct OpenedImage {
    QString path;
    std::shared_ptr<const ImageReader> image;
    std::shared_ptr<const Filesystem> filesystem;  ///< null: none inside
    std::shared_ptr<const ExtentMap> extents;      ///< null with it

    /// Opens what open_image() opens, and reads the tree inside. For a thread beside the window's. Errors: those of open_image().
    static Result<OpenedImage> open(const QString &path, const std::stop_token &stop);

    /// The paths of what has bytes in blocks [first, last), at most `most` of them.
    QStringList pathsIn(std::size_t first, std::size_t last, qsizetype most) const;
};

} // namespace cloop::desktop
